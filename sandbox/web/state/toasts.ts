import { createStore } from "./store.ts";

export interface Toast {
  id: number;
  text: string;
  tone: "info" | "warning";
  action?: { label: string; run: () => void };
}

const SHOWN_MS = 7_000;

export const toasts = createStore<Toast[]>([]);
let count = 0;

export function toast(text: string, tone: Toast["tone"] = "info", action?: Toast["action"]): void {
  const id = ++count;
  toasts.update((list) => [...list.slice(-3), { id, text, tone, ...(action && { action }) }]);
  setTimeout(() => dismissToast(id), SHOWN_MS);
}

export const dismissToast = (id: number): void => toasts.update((list) => list.filter((one) => one.id !== id));
