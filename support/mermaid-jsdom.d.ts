// As much of jsdom as the tests use. Its published types would give the whole project a browser's globals.
declare module 'jsdom' {
  import type { Context } from 'node:vm';

  export interface PageElement {
    readonly tagName: string;
    readonly textContent: string;
    readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
    innerHTML: string;
    getAttribute(name: string): string | null;
    querySelectorAll(selector: string): Iterable<PageElement>;
  }

  export class JSDOM {
    constructor(html: string, options: { runScripts: 'outside-only' });
    getInternalVMContext(): Context;
    readonly window: {
      readonly document: { readonly body: PageElement };
      /** Present once Mermaid's script ran. */
      readonly mermaid?: {
        initialize(config: { startOnLoad: boolean; securityLevel: string }): void;
        render(id: string, source: string): Promise<{ svg: string }>;
      };
    };
  }
}
