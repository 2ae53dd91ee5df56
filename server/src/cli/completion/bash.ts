import type { CommandWords, Offer } from '../words';
import type { Lists } from './lists';

/** For `eval "$(form4 completion bash)"`. Works without the package bash-completion. */
export function bash(commands: readonly CommandWords[], lists: Lists): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# bash completion for form4
_form4() {
  local cur prev command word
  COMPREPLY=()
  # A colon parts words for readline: what is completed goes from the last blank.
  cur=\${COMP_LINE:0:COMP_POINT}
  cur=\${cur##*[[:space:]]}
  prev=
  [[ $COMP_CWORD -gt 0 ]] && prev=\${COMP_WORDS[COMP_CWORD-1]}
  command=check
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${commands.map(({ name }) => name).join('|')}) command=$word; break ;; esac
  done
  if [[ \${COMP_LINE:0:COMP_POINT} == *--rule[[:space:]=]"$cur" && $cur == *:* ]]; then
    compopt +o filenames 2>/dev/null
    COMPREPLY=($(compgen -W '${lists.settings.join(' ')}' -- "\${cur##*:}"))
    return
  fi
  case $command:$prev in
${commands.flatMap((command) => command.options.filter(({ value }) => value).map((option) => `    ${option.names.map((name) => `${command.name}:${name}`).join('|')}) ${reply(option.value!, lists)}; return ;;`)).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${commands.map(({ name, options }) => `      ${name}) COMPREPLY=($(compgen -W '${[...options.flatMap((one) => one.names), '--help'].join(' ')}' -- "$cur")) ;;`).join('\n')}
    esac
    return
  fi
  case $command in
${commands.map(({ name, offers }) => `    ${name}) ${reply(offers, lists)} ;;`).join('\n')}
  esac
  if [[ $COMP_CWORD -eq 1 ]]; then
    local IFS=$' \\n'
    COMPREPLY+=($(compgen -W '${names}' -- "$cur"))
  fi
  return 0
}
complete -o filenames -o bashdefault -F _form4 form4
`;
}

function reply(offer: Offer, { rules, explained }: Lists): string {
  const words = (list: readonly string[], more = ''): string =>
    `compopt -o nospace +o filenames 2>/dev/null; COMPREPLY=($(compgen -W '${list.join(' ')}'${more} -- "$cur"))`;
  if (offer === 'files') return `local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$cur"))`;
  if (offer === 'nothing') return ':';
  if (offer === 'severities') return words(rules, ' -S :');
  const list = offer === 'explained' ? explained : offer === 'rules' ? rules : offer;
  return `COMPREPLY=($(compgen -W '${list.join(' ')}' -- "$cur"))`;
}
