/** The job cannot be done as it was asked for: a missing path, a glob without a match. The message is one line for the user. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
