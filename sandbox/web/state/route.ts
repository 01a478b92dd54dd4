import { createStore } from "./store.ts";

export type Route =
  | { place: "channel"; channel: string; thread?: string }
  | { place: "app"; tab: "home" | "messages" }
  | { place: "customers"; address?: string; conversation?: string; writing?: boolean }
  | { place: "mail"; mailbox?: string; box: string; thread?: string };

/** Where the visitor is stands in the address: Back works, and a link leads to the same place. */
export const route = createStore<Route | undefined>(read());

export function go(next: Route): void {
  const hash = written(next);
  if (location.hash === hash) return;
  location.hash = hash;
}

addEventListener("hashchange", () => route.set(read()));

function read(): Route | undefined {
  const [place, first, second, third] = location.hash.slice(2).split("/").map(decodeURIComponent);
  if (place === "channel" && first) return { place, channel: first, ...(second && { thread: second }) };
  if (place === "app") return { place, tab: first === "messages" ? "messages" : "home" };
  if (place === "customers") {
    if (first === "write") return { place, writing: true, ...(second && { address: second }) };
    return { place, ...(first && { address: first }), ...(second && { conversation: second }) };
  }
  if (place === "mail")
    return { place, ...(first && { mailbox: first }), box: second ?? "inbox", ...(third && { thread: third }) };
  return undefined;
}

function written(to: Route): string {
  const parts = partsOf(to).filter((part): part is string => part !== undefined);
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}

function partsOf(to: Route): (string | undefined)[] {
  switch (to.place) {
    case "channel":
      return ["channel", to.channel, to.thread];
    case "app":
      return ["app", to.tab];
    case "customers":
      return to.writing ? ["customers", "write", to.address] : ["customers", to.address, to.conversation];
    case "mail":
      return to.mailbox === undefined ? ["mail"] : ["mail", to.mailbox, to.box, to.thread];
  }
}
