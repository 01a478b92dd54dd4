import { html } from "./html.ts";

/** Line drawings of our own, 20 by 20. */
const PATHS = {
  hash: "M8 3 6 17M14 3l-2 14M4 7.500h13M3 12.500h13",
  lock: "M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9",
  home: "M3 9.500 10 4l7 5.500V16a1 1 0 0 1-1 1h-3.500v-4.500h-5V17H4a1 1 0 0 1-1-1z",
  chat: "M4 4h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9l-4 3v-3H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z",
  people:
    "M7.500 9.500a2.750 2.750 0 1 0 0-5.500 2.750 2.750 0 0 0 0 5.500zM2.500 16.500c0-3 2-5 5-5s5 2 5 5zM13 9.500a2.250 2.250 0 1 0-.8-4.400M14 11.700c2.200.3 3.500 2.100 3.500 4.800",
  inbox: "M3 11.500 5.500 4h9L17 11.500V16H3zM3 11.500h4l1 2h4l1-2h4",
  bolt: "M11 2.500 4.500 11.500H9L8.500 17.500 15.500 8H11z",
  plus: "M10 4v12M4 10h12",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4 6 10l6 6",
  down: "M5 8l5 5 5-5",
  right: "M8 5l5 5-5 5",
  menu: "M3 5.500h14M3 10h14M3 14.500h14",
  more: "M4.500 10h.01M10 10h.01M15.500 10h.01",
  smile: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.500 8h.01M12.500 8h.01M7 11.500c.7 1.300 1.700 2 3 2s2.300-.7 3-2",
  reply: "M4 5h12a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-5l-4 3v-3H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM6.500 9h7",
  send: "M3.500 4 17 10 3.500 16l2-6zM5.500 10H11",
  clip: "M15.500 9.500 10 15a3.200 3.200 0 0 1-4.500-4.500L11 5a2.200 2.200 0 0 1 3 3l-5.500 5.500a1 1 0 0 1-1.500-1.500L12 7",
  file: "M5.500 3H11l4 4v10H5.500zM11 3v4h4",
  play: "M6 4l10 6-10 6z",
  pause: "M7 4v12M13 4v12",
  next: "M4 4l8 6-8 6zM15 4v12",
  sun: "M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100",
  moon: "M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500z",
  half: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 3v14",
  pen: "M4 16l.8-3.500L13 4.300a1.600 1.600 0 0 1 2.700 2.700L7.500 15.200z",
  external: "M8 5H4.500v10.500H15V12M11 4.500h4.500V9M15 5l-6 6",
  check: "M4 10.500 8 14.500 16 6",
  warning: "M10 3.500 17.500 16.500h-15zM10 8.500v4M10 14.500h.01",
  help: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8a2 2 0 1 1 2.800 1.900c-.6.3-.8.7-.8 1.400M10 13.700h.01",
  archive: "M3 4h14v3.500H3zM4.500 7.500V16h11V7.500M8 11h4",
  trash: "M4 6h12M8 6V4h4v2M6 6l.7 10.500h6.600L14 6",
  spam: "M7 3h6l4 4v6l-4 4H7l-4-4V7zM10 6.500V11M10 13.500h.01",
  link: "M8.500 11.500a3 3 0 0 0 4.200 0l2.500-2.500a3 3 0 0 0-4.200-4.200L10 5.800M11.500 8.500a3 3 0 0 0-4.200 0L4.800 11a3 3 0 0 0 4.200 4.200l1-1",
  power: "M10 3v6M6 5.500a6 6 0 1 0 8 0",
  copy: "M7.500 7.500H16V16H7.500zM4 12.500V4h8.500",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const filled = name === "play" || name === "next" ? "currentColor" : "none";
  return html`<svg class="icon" width=${size} height=${size} viewBox="0 0 20 20" fill=${filled} stroke="currentColor" stroke-width=${name === "more" ? 2.6 : 1.5} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}
