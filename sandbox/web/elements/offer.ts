import { useEffect, useState } from "preact/hooks";
import { slack } from "../state/slack.ts";
import type { Block, Conversation, Element, Json, Option, OptionGroup, User } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { optionsOf } from "./field.ts";
import { useSurface } from "./surface.ts";

/** One line of a menu. */
export interface Choice {
  key: string;
  label: string;
  description?: string | undefined;
  /** What is entered when it is picked. */
  value: Option | string;
}

export interface ChoiceGroup {
  label: string | undefined;
  choices: Choice[];
}

interface Offer {
  groups: ChoiceGroup[];
  chosen(value: readonly (Option | string)[]): Choice[];
  /** Whether typing narrows the list: always for long ones. */
  filter: boolean;
  search(typed: string): void;
  hint: string;
}

const SHORT = 7;

/** What a menu offers, and how its choices read. */
export function useOffer(block: Block, element: Element): Offer {
  const [typed, setTyped] = useState("");
  const external = useExternal(block, element, typed);
  const users = useStore(slack, (state) => state?.users) ?? [];
  const channels = useStore(slack, (state) => state?.channels) ?? [];

  const wanted = typed.trim().toLowerCase();
  const narrowed = (groups: ChoiceGroup[]): ChoiceGroup[] =>
    groups
      .map(({ label, choices }) => ({
        label,
        choices: choices.filter((choice) => wanted === "" || choice.label.toLowerCase().includes(wanted)),
      }))
      .filter(({ choices }) => choices.length > 0);

  if (element.type.endsWith("users_select")) {
    const all = users.filter(({ deleted, bot }) => !deleted && !bot).map(personChoice);
    return offerOf(narrowed([{ label: undefined, choices: all }]), all, true);
  }
  if (/(?:conversations|channels)_select$/.test(element.type)) {
    const all = channels.filter((channel) => fits(channel, element)).map(channelChoice);
    return offerOf(narrowed([{ label: undefined, choices: all }]), all, true);
  }
  if (element.type.endsWith("external_select")) return { ...offerOf(external.groups, [], true), hint: external.hint };
  const groups = element.option_groups
    ? groupsOf(element.option_groups)
    : [{ label: undefined, choices: optionsOf(element).map(optionChoice) }];
  const all = groups.flatMap(({ choices }) => choices);
  return offerOf(narrowed(groups), all, all.length > SHORT);

  function offerOf(shown: ChoiceGroup[], all: Choice[], filter: boolean): Offer {
    return {
      groups: shown,
      filter,
      search: setTyped,
      hint: shown.length === 0 ? "Nothing like that" : "",
      chosen: (value) =>
        value.map((one) =>
          typeof one === "string"
            ? (all.find(({ key }) => key === one) ?? { key: one, label: one, value: one })
            : optionChoice(one),
        ),
    };
  }
}

const personChoice = ({ id, realName, name }: User): Choice => ({
  key: id,
  label: realName || name,
  description: `@${name}`,
  value: id,
});

const channelChoice = ({ id, name, kind }: Conversation): Choice => ({
  key: id,
  label: kind === "im" ? "Mailroom" : `#${name}`,
  value: id,
});

const optionChoice = (option: Option): Choice => ({
  key: option.value,
  label: option.text.type === "plain_text" ? wordsOf(option.text) : option.text.text,
  description: option.description?.type === "plain_text" ? wordsOf(option.description) : undefined,
  value: option,
});

const groupsOf = (groups: OptionGroup[]): ChoiceGroup[] =>
  groups.map(({ label, options }) => ({ label: wordsOf(label), choices: options.map(optionChoice) }));

function fits({ kind, archived, externallyShared }: Conversation, element: Element): boolean {
  const filter = (element.filter ?? {}) as { include?: string[]; exclude_external_shared_channels?: boolean };
  const onlyPublic = element.type.includes("channels_select");
  return (
    !archived &&
    (!onlyPublic || kind === "public") &&
    (filter.include === undefined || filter.include.includes(kind)) &&
    !(filter.exclude_external_shared_channels === true && externallyShared)
  );
}

const TYPING_MS = 250;
const SHORTEST = 3;

/** The app itself says what fits the words typed so far. */
function useExternal(block: Block, element: Element, typed: string): { groups: ChoiceGroup[]; hint: string } {
  const surface = useSurface();
  const least = Number(element.min_query_length ?? SHORTEST);
  const [answer, setAnswer] = useState<{ typed: string; groups: ChoiceGroup[] } | undefined>();
  const external = element.type.endsWith("external_select");
  useEffect(() => {
    if (!external || [...typed].length < least) return;
    let current = true;
    const timer = setTimeout(async () => {
      const options = (await surface.suggest(block, element, typed)) as Json[];
      if (!current) return;
      setAnswer({ typed, groups: [{ label: undefined, choices: (options as unknown as Option[]).map(optionChoice) }] });
    }, TYPING_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, external, least]);
  const missing = least - [...typed].length;
  if (missing > 0) return { groups: [], hint: `Type ${missing} more ${missing === 1 ? "character" : "characters"}` };
  if (answer?.typed !== typed) return { groups: answer?.groups ?? [], hint: answer ? "" : "Looking …" };
  const empty = answer.groups.every(({ choices }) => choices.length === 0);
  return { groups: answer.groups, hint: empty ? "Nothing like that" : "" };
}
