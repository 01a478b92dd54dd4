import { slack } from "../state/slack.ts";
import type { Message, Snapshot, User } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";

interface Author {
  name: string;
  app: boolean;
  zone: string | undefined;
}

export const meIn = (state: Snapshot) => state.users.find(({ id }) => id === state.you);

export const nameOf = (users: User[] | undefined, id: string | undefined): string => {
  const user = users?.find((one) => one.id === id);
  return user?.realName || user?.name || id || "Slack";
};

/** Everybody. Of the whole state only this, so that a list of messages stays still while other things change. */
export const useUsers = (): User[] | undefined => useStore(slack, (state) => state?.users);

export const useZone = (): string | undefined => useStore(slack, (state) => state && meIn(state)?.tz);

export function useAuthor(message: Message): Author {
  const name = useStore(
    slack,
    (state) => (message.bot_id ? state?.app.name : nameOf(state?.users, message.user)) ?? "",
  );
  return { name, app: message.bot_id !== undefined, zone: useZone() };
}
