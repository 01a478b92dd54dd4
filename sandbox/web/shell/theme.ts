import { createStore, useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { Icon, type IconName } from "../ui/icon.ts";
import { MenuButton } from "../ui/menu.ts";

type Theme = "system" | "light" | "dark";

const THEMES: { value: Theme; label: string; icon: IconName }[] = [
  { value: "system", label: "Like this computer", icon: "half" },
  { value: "light", label: "Light", icon: "sun" },
  { value: "dark", label: "Dark", icon: "moon" },
];

const chosen = createStore<Theme>((document.documentElement.dataset.theme as Theme | undefined) ?? "system");

chosen.subscribe(() => {
  const theme = chosen.get();
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem("theme");
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("theme", theme);
  }
});

export function ThemeButton() {
  const theme = useStore(chosen);
  const items = THEMES.map(({ value, label, icon }) => ({
    label,
    icon,
    checked: theme === value,
    run: () => chosen.set(value),
  }));
  const icon = THEMES.find(({ value }) => value === theme)?.icon ?? "half";
  return html`<${MenuButton} label="Light or dark" items=${items} align="end" class="icon-button on-dark"><${Icon} name=${icon} /><//>`;
}
