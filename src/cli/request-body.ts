import type { IncomingMessage } from 'node:http';

/** A request that cannot be answered as it is; becomes an error answer. */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The body as UTF-8 text. Throws `ServiceProblem` when it is too long, not UTF-8, or ends early. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<string> {
  const tooLong = new ServiceProblem(413, 'too-large', `a body may hold ${mostBytes} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLong;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > mostBytes) throw tooLong;
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ServiceProblem) throw error;
    throw new ServiceProblem(400, 'incomplete', 'the body ended before it was complete');
  }
  return decode(Buffer.concat(chunks));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ServiceProblem(400, 'invalid-encoding', 'the body is not UTF-8');
  }
}
