export { addDocuments, type Added } from './add-documents.ts';
export {
  exportParquet,
  findNear,
  listClusters,
  readStats,
  type Cluster,
  type IndexStats,
  type Member,
  type Neighbour,
} from './ask-index.ts';
export { CorpusError } from './corpus-error.ts';
export { forgetDocuments } from './forget-documents.ts';
export { DEFAULT_SKETCH_SHAPE, IndexStore, type StoreOptions } from './index-store.ts';
export { linkDocuments } from './link-documents.ts';
export type { SketchShape } from './sketch.ts';
