import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInContext } from 'node:vm';
import { JSDOM, type PageElement } from 'jsdom';

/** A diagram as Mermaid drew it. */
export interface Drawing {
  readonly title: string;
  /** Names of nodes, from the top. */
  readonly rows: readonly string[];
  /** In the order of the source. */
  readonly bars: readonly DrawnBar[];
  /** The axis' labels. */
  readonly axis: readonly string[];
  /** The kinds of elements and of attributes in it. */
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

export interface DrawnBar {
  /** The name that it is level with. */
  readonly row: string;
  readonly label: string;
  /** Whether Mermaid draws it as critical. */
  readonly critical: boolean;
  /** In percent of the axis. */
  readonly start: number;
  readonly width: number;
}

/** What jsdom lacks: here, a GitHub summary's width and letters of one width. */
const LAYOUT = `
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { value: 900 });
  SVGElement.prototype.getBBox = function () {
    return { x: 0, y: 0, width: [...this.textContent].length * 5.5, height: 11 };
  };
`;

/** How far one row is below the other: Mermaid's barHeight and barGap. */
const ROW_PX = 24;

/** Opens a page with the real Mermaid, and gives what draws a diagram there. Mermaid's build `tiny` is all of one file. */
export function openPage(): (source: string) => Promise<Drawing> {
  const page = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only' });
  const mermaidPath = createRequire(import.meta.url).resolve('@mermaid-js/tiny');
  for (const script of [LAYOUT, readFileSync(mermaidPath, 'utf8')]) runInContext(script, page.getInternalVMContext());
  const { mermaid, document } = page.window;
  if (!mermaid) throw new Error('Mermaid did not load');
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
  return async (source) => {
    const { svg } = await mermaid.render('diagram', source);
    document.body.innerHTML = svg;
    const drawing = toDrawing(document.body);
    document.body.innerHTML = '';
    return drawing;
  };
}

function toDrawing(page: PageElement): Drawing {
  const all = (selector: string) => [...page.querySelectorAll(selector)];
  const names = all('.sectionTitle').map((title) => ({ row: rowOf(title), name: textOf(title) }));
  const axisPx = Math.max(...all('rect.task').map((bar) => number(bar, 'x') + number(bar, 'width'))) - leftOf(all);
  const labels = new Map(all('text[id]').map((text) => [text.getAttribute('id'), text]));
  return {
    title: all('.titleText').map(textOf).join(),
    rows: names.toSorted((a, b) => a.row - b.row).map(({ name }) => name),
    bars: all('rect.task').map((bar) => ({
      row: names.find(({ row }) => row === rowOf(bar))?.name ?? '',
      label: textOf(labels.get(`${bar.getAttribute('id')}-text`)),
      critical: /\bcrit\d/.test(bar.getAttribute('class') ?? ''),
      start: (100 * (number(bar, 'x') - leftOf(all))) / axisPx,
      width: (100 * number(bar, 'width')) / axisPx,
    })),
    axis: all('.tick text').map(textOf),
    tags: new Set(all('*').map((element) => element.tagName)),
    attributes: new Set(all('*').flatMap((element) => [...element.attributes].map(({ name }) => name))),
  };
}

function leftOf(all: (selector: string) => PageElement[]): number {
  return Math.min(...all('rect.task').map((bar) => number(bar, 'x')));
}

function rowOf(element: PageElement): number {
  return Math.floor(number(element, 'y') / ROW_PX);
}

function number(element: PageElement, attribute: string): number {
  return Number(element.getAttribute(attribute));
}

/** An element's text as one sees it. */
function textOf(element: PageElement | undefined): string {
  return (element?.textContent ?? '').replace(/[ \u200b]+/g, ' ').trim();
}
