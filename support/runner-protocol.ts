// How the Actions runner understands what a step says: the lines of its log that are workflow commands, and files such
// as GITHUB_OUTPUT. Based on ActionCommand.cs, ActionCommandManager.cs and FileCommandManager.cs of actions/runner.

/** One workflow command, such as `::warning title=Retry::in 2 s`, unescaped. */
export interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** What the runner shows next to the log. Masked, as the runner masks it. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  title: string;
  message: string;
}

/** A log, taken apart. */
export interface ReadLog {
  commands: Command[];
  annotations: Annotation[];
  /** The values of `::add-mask::`, as given. */
  masks: string[];
  /** What a person sees: commands rendered, each mask applied from where it was registered, and not before. */
  visible: string;
}

const registered = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
);

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

const unescapeProperty = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

/** The command in a line of a log, or undefined if the runner would print the line as it is. */
export function parseCommand(line: string): Command | undefined {
  const match = /^\s*::(?<name>[^\s:]+)(?: (?<properties>.*?))?::(?<data>.*)$/s.exec(line);
  const { name = '', properties = '', data = '' } = match?.groups ?? {};
  if (!registered.has(name)) return undefined;
  const pairs = properties
    .split(',')
    .filter((pair) => pair.includes('='))
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))];
    });
  return { name, properties: Object.fromEntries(pairs), data: unescapeData(data) };
}

/** Reads a step's whole log in the order in which the runner got it. `debug`: show `::debug::` lines as well. */
export function readLog(log: string, debug = false): ReadLog {
  const read: ReadLog = { commands: [], annotations: [], masks: [], visible: '' };
  const secrets = new Set<string>();
  const mask = (text: string): string => {
    // Longest first: otherwise, the rest of a secret that contains another would stay.
    const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  };
  const shown: string[] = [];
  const show = (prefix: string, text: string): void => {
    shown.push(prefix + mask(text));
  };
  let resumeToken: string | undefined;

  for (const line of log.split(/\r\n|\r|\n/)) {
    if (resumeToken !== undefined) {
      if (line.trim() === `::${resumeToken}::`) resumeToken = undefined;
      else show('', line);
      continue;
    }
    const command = parseCommand(line);
    if (command === undefined) {
      show('', line);
      continue;
    }
    read.commands.push(command);
    switch (command.name) {
      case 'add-mask':
        read.masks.push(command.data);
        // The log is masked line by line, so the runner registers every line of a value as well.
        for (const secret of [command.data, ...command.data.split(/\r\n|\r|\n/)])
          if (secret.trim()) secrets.add(secret);
        break;
      case 'stop-commands':
        resumeToken = command.data;
        break;
      case 'error':
      case 'warning':
      case 'notice':
        read.annotations.push({
          level: command.name,
          title: mask(command.properties['title'] ?? ''),
          message: mask(command.data),
        });
        show(`${command.name[0]?.toUpperCase()}${command.name.slice(1)}: `, command.data);
        break;
      case 'group':
        show('▼ ', command.data);
        break;
      case 'debug':
        if (debug) show('##[debug]', command.data);
        break;
    }
  }
  read.visible = shown.join('\n');
  return read;
}

/**
 * The contents of a GITHUB_OUTPUT file: `name=value` lines and `name<<DELIMITER` blocks; of a name set twice the last
 * counts. Throws what the runner fails the step with when the file is not well formed.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)].map(([, line = '', end = '']) => ({ line, end }));
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.line ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      const name = line.slice(0, equals);
      if (name === '') throw new Error(`Invalid format '${line}'. Name must not be empty`);
      values[name] = line.slice(equals + 1);
    } else if (heredoc >= 0) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      }
      const end = lines.findIndex((candidate, index) => index > at && candidate.line === delimiter);
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      const block = lines.slice(at + 1, end);
      values[name] = block.map((part, index) => part.line + (index < block.length - 1 ? part.end : '')).join('');
      at = end;
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return values;
}
