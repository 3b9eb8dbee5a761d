/** Something the user can put right; its message is the whole line that is shown. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}
