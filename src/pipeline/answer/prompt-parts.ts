import type { Settings } from "../../domain/settings/settings.ts";

const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

export const languageName = (language: string): string => names.of(language) ?? language;

/** How the company speaks. */
export function styleLines({ answering }: Settings): string[] {
  const { tone, address, avoid } = answering.style;
  return [
    ...(tone ? [`The company's tone: ${tone}`] : []),
    ...(address
      ? [
          `Use the ${address} address (${address === "formal" ? "Sie, vous, usted, u" : "du, tu, tú, je"}) where the language has one.`,
        ]
      : []),
    ...(avoid.length > 0 ? [`Avoid these words: ${avoid.slice(0, 50).join("; ")}.`] : []),
  ];
}

/** The fences cannot be closed from inside, because `<` is taken out of what stands between them. */
export const dataForModel = (text: string): string => text.replaceAll("<", "‹").replaceAll(">", "›");
