import htm from "htm";
import { h, type VNode } from "preact";

/** Markup without a build step. Values are text or components: nothing is ever parsed as HTML. */
export const html = htm.bind(h) as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;
