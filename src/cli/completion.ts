import type { CommandContext } from './context.ts';
import { STATUS } from './io.ts';
import { printText } from './print-text.ts';

const SCRIPTS = {
  bash: `# completes commands and flags of dross; paths where they fit
_dross() {
  local IFS=$'\n' current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "$(dross --get-yargs-completions "\${COMP_WORDS[@]}" 2>/dev/null)" -- "$current"))
}
complete -o bashdefault -o default -F _dross dross
`,
  zsh: `#compdef dross
# completes commands and flags of dross; paths where they fit
_dross() {
  local -a offers
  offers=("\${(@f)$(SHELL=zsh dross --get-yargs-completions "\${words[@]}" 2>/dev/null)}")
  _describe 'dross' offers
  _files
}
compdef _dross dross
`,
} as const;

/** `dross completion`: a script for the user's shell. */
export async function runCompletion({ io, values }: CommandContext): Promise<number> {
  const asked = values['shell'] ?? (io.env['SHELL']?.endsWith('zsh') === true ? 'zsh' : 'bash');
  await printText(SCRIPTS[asked === 'zsh' ? 'zsh' : 'bash'], io);
  return STATUS.passed;
}
