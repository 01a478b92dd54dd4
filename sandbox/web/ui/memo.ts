import { Component, type ComponentChild, type FunctionComponent, h } from "preact";

/** Draws again only when one of the props is another one: lists of cards stay still while one of them changes. */
export function memo<P extends object>(draw: FunctionComponent<P>): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before = this.props as Record<string, unknown>;
      const after = next as Record<string, unknown>;
      const keys = Object.keys(after);
      return keys.length !== Object.keys(before).length || keys.some((key) => !Object.is(before[key], after[key]));
    }

    override render(props: P): ComponentChild {
      return h(draw, props);
    }
  }
  return Memo as unknown as FunctionComponent<P>;
}
