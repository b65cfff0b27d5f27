/** One screen of a system's settings, as far as it matters where to press: the rest of it is bars. */
export interface Pictured {
  /** `row` leads further, `switch` is turned on, `button` is pressed, `command` is typed. */
  readonly shows: 'row' | 'switch' | 'button' | 'command';
  readonly text: string;
}

interface Props extends Pictured {
  readonly frame: 'phone' | 'window';
}

const width = 166;
const height = 132;
const lineHeight = 14;
/** So many letters of the picture's face fit beside a chevron or a switch. */
const lettersInRow = 17;
const lettersInButton = 21;

/** Drawn here, in the colours of the page. The step's words stand beside it, so it says nothing of its own. */
export function SettingsPicture({ frame, shows, text }: Props) {
  const lines = inLines(text, shows === 'row' || shows === 'switch' ? lettersInRow : lettersInButton);
  return (
    <svg class="settings-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <rect class="picture-frame" x="1" y="1" width={width - 2} height={height - 2} rx={frame === 'phone' ? 14 : 4} />
      {frame === 'phone' ? <PhoneHead /> : <WindowHead />}
      {shows === 'command' ? <Typed lines={lines} /> : shows === 'button' ? <Pressed lines={lines} /> : null}
      {shows === 'row' || shows === 'switch' ? <Row lines={lines} isSwitch={shows === 'switch'} /> : null}
    </svg>
  );
}

function PhoneHead() {
  return <rect class="picture-bar" x={width / 2 - 16} y="7" width="32" height="4" rx="2" />;
}

function WindowHead() {
  return (
    <>
      <path class="picture-line" d={`M1 18H${width - 1}`} />
      {[0, 1, 2].map((at) => (
        <circle key={at} class="picture-bar" cx={width - 12 - at * 11} cy="9.5" r="3" />
      ))}
    </>
  );
}

function Bar({ y, length }: { readonly y: number; readonly length: number }) {
  return <rect class="picture-bar" x="14" y={y} width={length} height="6" rx="3" />;
}

interface LinesProps {
  readonly lines: readonly string[];
}

function Row({ lines, isSwitch }: LinesProps & { readonly isSwitch: boolean }) {
  const tall = 16 + lines.length * lineHeight;
  const middle = 44 + tall / 2;
  return (
    <>
      <Bar y={28} length={70} />
      <rect class="picture-here" x="7" y="44" width={width - 14} height={tall} rx="5" />
      <Lines lines={lines} x={14} y={44 + 8 + 11} />
      {isSwitch ? (
        <>
          <rect class="picture-on" x={width - 40} y={middle - 8} width="26" height="16" rx="8" />
          <circle class="picture-knob" cx={width - 22} cy={middle} r="6" />
        </>
      ) : (
        <path class="picture-chevron" d={`M${width - 21} ${middle - 5}l5 5l-5 5`} />
      )}
      <Bar y={44 + tall + 12} length={92} />
      {lines.length < 3 && <Bar y={44 + tall + 30} length={58} />}
    </>
  );
}

function Pressed({ lines }: LinesProps) {
  const tall = 14 + lines.length * lineHeight;
  const top = height - tall - 16;
  return (
    <>
      <Bar y={30} length={110} />
      {top > 58 && <Bar y={44} length={76} />}
      <rect class="picture-on" x="9" y={top} width={width - 18} height={tall} rx="7" />
      <Lines lines={lines} x={width / 2} y={top + 7 + 11} isButton />
    </>
  );
}

function Typed({ lines }: LinesProps) {
  return (
    <>
      <rect class="picture-terminal" x="7" y="24" width={width - 14} height={height - 32} rx="3" />
      <Lines lines={lines} x={14} y={44} isTyped />
    </>
  );
}

interface PlacedProps extends LinesProps {
  readonly x: number;
  readonly y: number;
  readonly isButton?: boolean;
  readonly isTyped?: boolean;
}

function Lines({ lines, x, y, isButton = false, isTyped = false }: PlacedProps) {
  return (
    <text class={isButton ? 'picture-press' : isTyped ? 'picture-type' : 'picture-text'}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={y + at * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Broken between words; a word that is too long for a line stands on one of its own. */
function inLines(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
