/** One line of what `doctor` found. */
export interface Finding {
  check: string;
  /** `note`: it works, and somebody may want to know. `act`: something does not, and `next` says what mends it. */
  status: "ok" | "note" | "act";
  say: string;
  next?: string;
}

/** What `doctor` asks Slack; the adapter fills it. Every method fails with a `MailroomError`. */
export interface SlackProbe {
  /** Who the bot token belongs to, what it may do, and how far our clock is from Slack's (positive: ours is late). */
  signIn(): Promise<{ team: string; bot: string; scopes: readonly string[]; skewMs: number | undefined }>;
  /** Asks for a socket's address without opening it: all that the app token is for. */
  askForSocket(): Promise<void>;
  channel(id: string): Promise<{ name: string; archived: boolean; member: boolean; sharedOutside: boolean }>;
}
