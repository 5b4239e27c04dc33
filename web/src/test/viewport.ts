/** A window of a chosen width and color scheme, for components that ask by media query. */
class Viewport {
  private width = 1440;
  private dark = false;

  narrow(): void {
    this.width = 390;
  }

  preferDark(): void {
    this.dark = true;
  }

  reset(): void {
    this.width = 1440;
    this.dark = false;
  }

  match(query: string): MediaQueryList {
    const least = /min-width: (\d+)px/.exec(query)?.[1];
    const matches = query.includes('dark') ? this.dark : least !== undefined && this.width >= Number(least);
    return Object.assign(new EventTarget(), {
      media: query,
      matches,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  }
}

export const viewport = new Viewport();
