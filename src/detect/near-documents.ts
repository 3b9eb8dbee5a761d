import { bandKeys, DEFAULT_SHAPE, estimateSimilarity } from '../text/minhash.ts';

const SLOTS = DEFAULT_SHAPE.bands * DEFAULT_SHAPE.rows;
const FIRST_CAPACITY = 256;
/** Documents of one band looked at; a band that more share is of a crowd of copies, whose first are enough. */
const MOST_IN_BAND = 8;

export interface AboutDocument {
  readonly id: string;
  readonly words: number;
  /** Code units of the source. */
  readonly length: number;
}

/** The signatures of documents and the bands by which the similar meet. */
export class NearDocuments {
  private signatures = new Uint32Array(FIRST_CAPACITY * SLOTS);
  private readonly documents: AboutDocument[] = [];
  private readonly bands = new Map<number, number[]>();

  /** Adds a document; one without words is never found. */
  add(signature: Uint32Array, about: AboutDocument): void {
    const document = this.documents.length;
    if ((document + 1) * SLOTS > this.signatures.length) {
      const grown = new Uint32Array(2 * this.signatures.length);
      grown.set(this.signatures);
      this.signatures = grown;
    }
    this.signatures.set(signature, document * SLOTS);
    this.documents.push(about);
    if (about.words === 0) return;
    for (const key of bandKeys(signature, DEFAULT_SHAPE)) {
      const band = this.bands.get(key);
      if (band === undefined) this.bands.set(key, [document]);
      else if (band.length < MOST_IN_BAND) band.push(document);
    }
  }

  about(document: number): AboutDocument {
    return this.documents[document] as AboutDocument;
  }

  /** The most similar document before `before`, the earliest of equals, if it is at least so similar. */
  find(signature: Uint32Array, before: number, least: number): { document: number; alike: number } | undefined {
    let best: { document: number; alike: number } | undefined;
    const seen = new Set<number>();
    for (const key of bandKeys(signature, DEFAULT_SHAPE))
      for (const document of this.bands.get(key) ?? []) seen.add(document);
    for (const document of [...seen].sort((a, b) => a - b)) {
      if (document >= before) break;
      const alike = estimateSimilarity(this.signatures.subarray(document * SLOTS, (document + 1) * SLOTS), signature);
      if (alike >= least && (best === undefined || alike > best.alike)) best = { document, alike };
    }
    return best;
  }
}
