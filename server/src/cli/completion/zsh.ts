import type { CommandWords, Offer, OptionWords } from '../words';
import type { Lists } from './lists';

/** For a file `_form4` in a folder of `$fpath`, or for `source <(form4 completion zsh)` behind `compinit`. */
export function zsh(commands: readonly CommandWords[], lists: Lists): string {
  return `#compdef form4
_form4_rules() {
  local -a rules settings
  rules=(${lists.rules.join(' ')})
  settings=(${lists.settings.join(' ')})
  if compset -P '*:'; then compadd -a settings; else compadd -S: -a rules; fi
}
_form4() {
  local -a commands
  local command=check word
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n \${commands[(r)$word:*]} ]]; then command=$word; break; fi
  done
  if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $command in
${commands.map((command) => caseOf(command, lists)).join('\n')}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _form4 "$@"; else compdef _form4 form4; fi
`;
}

function caseOf({ name, options, offers, usual }: CommandWords, lists: Lists): string {
  const specs = options.map((option) => specOf(option, lists));
  const skip = usual ? [] : [quoted('1: :')];
  return `    ${name}) _arguments ${[...specs, ...skip, quoted(`*:argument:${action(offers, lists)}`)].join(' ')} ;;`;
}

function specOf({ names, description, value }: OptionWords, lists: Lists): string {
  const words = description.replace(/[[\]:]/g, '\\$&');
  const behind = value === undefined ? '' : `:value:${action(value, lists)}`;
  return names.map((name) => quoted(`*${name}[${words}]${behind}`)).join(' ');
}

function action(offer: Offer, { rules, explained }: Lists): string {
  if (offer === 'files') return '_files';
  if (offer === 'nothing') return ' ';
  if (offer === 'severities') return '_form4_rules';
  return `(${(offer === 'explained' ? explained : offer === 'rules' ? rules : offer).join(' ')})`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
