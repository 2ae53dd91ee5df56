import type { CommandWords, Offer } from '../words';
import type { Lists } from './lists';

/** For `form4 completion fish > ~/.config/fish/completions/form4.fish`. */
export function fish(commands: readonly CommandWords[], lists: Lists): string {
  const names = commands.map(({ name }) => name).join(' ');
  const lines = ['# fish completion for form4', 'complete -c form4 -e'];
  for (const { name, description } of commands)
    lines.push(`complete -c form4 -n '__fish_use_subcommand' -a ${name} -d ${quoted(description)}`);
  for (const { name, options, offers, usual } of commands) {
    const seen = `__fish_seen_subcommand_from ${name}`;
    const when = quoted(usual ? `${seen}; or not __fish_seen_subcommand_from ${names}` : seen);
    if (offers !== 'files') lines.push(`complete -c form4 -n ${when} -f${argument(offers, lists)}`);
    for (const option of options) {
      const [long, short] = option.names;
      const flags = `-l ${long!.slice(2)}${short ? ` -s ${short.slice(1)}` : ''}`;
      const value =
        option.value === undefined ? '' : option.value === 'files' ? ' -r -F' : ` -x${argument(option.value, lists)}`;
      lines.push(`complete -c form4 -n ${when} ${flags}${value} -d ${quoted(option.description)}`);
    }
  }
  return lines.join('\n') + '\n';
}

function argument(offer: Offer, { rules, settings, explained }: Lists): string {
  if (offer === 'files' || offer === 'nothing') return '';
  if (offer === 'severities')
    return ` -a ${quoted(`(for rule in ${rules.join(' ')}; for setting in ${settings.join(' ')}; echo $rule:$setting; end; end)`)}`;
  return ` -a ${quoted((offer === 'explained' ? explained : offer === 'rules' ? rules : offer).join(' '))}`;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
