import type { App } from "@slack/bolt";

/** An app that has everything Block Kit has, so that the page can be seen drawing all of it. */

const plain = (text: string) => ({ type: "plain_text" as const, text });
const mrkdwn = (text: string) => ({ type: "mrkdwn" as const, text });
const option = (text: string, description?: string) => ({
  text: plain(text),
  value: text.toLowerCase(),
  ...(description && { description: plain(description) }),
});
const menu = (type: string, more: Record<string, unknown> = {}) => ({
  type,
  action_id: type,
  placeholder: plain(type.replaceAll("_", " ")),
  ...more,
});
const FRUIT = ["Apple", "Banana", "Cherry", "Damson", "Elder", "Fig", "Grape", "Hazel", "Ilex"].map((one) =>
  option(one),
);
const groups = [
  { label: plain("Sour"), options: [option("Lemon"), option("Lime")] },
  { label: plain("Sweet"), options: [option("Mango", "ripe in June")] },
];
const confirm = {
  title: plain("Really?"),
  text: mrkdwn("This *cannot* be undone."),
  confirm: plain("Do it"),
  deny: plain("Leave it"),
  style: "danger",
};
const leaf = (text: string, style?: Record<string, boolean>) => ({ type: "text", text, ...(style && { style }) });
const section = (...elements: unknown[]) => ({ type: "rich_text_section", elements });

export const NOW = Math.floor(Date.UTC(2026, 10, 20, 14, 30) / 1000);

export const TEXTS = [
  { type: "header", text: plain("Everything that text can be :tada:") },
  {
    type: "section",
    text: mrkdwn(
      [
        "*bold* _italic_ ~strike~ `code` *_both_* :rocket: 2*3*4 snake_case_name",
        "<@U01ALICE> asks <@U02BOB> in <#C0SUPPORT>, <!subteam^S0SUPPORT> and <!here>: see <https://larkspur.example/a?b=1&amp;c=2|the page> or mail to ann@larkspur.example",
        "&gt; quoted *words*",
        "&gt; on two lines",
        "• first point",
        "• second point with <https://larkspur.example|a link>",
        "```const a = 1 &lt; 2;\n  <@U01ALICE>```",
        `Due <!date^${NOW}^{date_long} at {time}|soon>, &lt;script&gt;alert(1)&lt;/script&gt; &amp; <img src=x onerror=alert(1)>`,
      ].join("\n"),
    ),
  },
  {
    type: "section",
    fields: ["*Plan*\nTeam", "*Invoice*\nLKI-2026-04417", "*Region*\nEMEA", "*Seats*\n40"].map(mrkdwn),
  },
  { type: "divider" },
  {
    type: "rich_text",
    elements: [
      section(
        leaf("Rich "),
        leaf("bold", { bold: true }),
        leaf(" italic", { italic: true }),
        leaf(" strike", { strike: true }),
        leaf(" code", { code: true }),
        leaf(" *not bold* <b>not html</b> "),
        { type: "emoji", name: "wave" },
        leaf(" "),
        { type: "user", user_id: "U02BOB" },
        leaf(" "),
        { type: "link", url: "https://larkspur.example", text: "link" },
        leaf(" "),
        { type: "date", timestamp: NOW, format: "{date_short}", fallback: "then" },
        leaf(" "),
        { type: "color", value: "#1f5f8b" },
      ),
      { type: "rich_text_list", style: "ordered", elements: [section(leaf("one")), section(leaf("two"))] },
      { type: "rich_text_list", style: "bullet", indent: 1, elements: [section(leaf("below two"))] },
      { type: "rich_text_quote", elements: [leaf("said by somebody")] },
      { type: "rich_text_preformatted", elements: [leaf("npm run demo")] },
    ],
  },
  {
    type: "context",
    elements: [
      mrkdwn("*context* with"),
      { type: "image", image_url: "https://cdn.larkspur.com/logo.png", alt_text: "a logo" },
      plain("plain words"),
    ],
  },
  {
    type: "image",
    image_url: "https://cdn.larkspur.com/none.png",
    alt_text: "a picture that is not there",
    title: plain("A picture"),
  },
];

export const CONTROLS = [
  {
    type: "section",
    text: mrkdwn("A section with a *button*"),
    accessory: { type: "button", action_id: "beside", text: plain("Beside it") },
  },
  {
    type: "section",
    text: mrkdwn("A section with an *overflow* menu"),
    accessory: menu("overflow", {
      placeholder: undefined,
      options: [option("Copy"), option("Move"), { ...option("Docs"), url: "https://larkspur.example/docs" }],
    }),
  },
  {
    type: "actions",
    block_id: "buttons",
    elements: [
      { type: "button", action_id: "go", style: "primary", text: plain("Primary") },
      { type: "button", action_id: "stop", style: "danger", text: plain("Delete it"), confirm },
      { type: "button", action_id: "plain", text: plain("Plain") },
      { type: "button", action_id: "link", text: plain("Open"), url: "https://larkspur.example/docs" },
      { type: "button", action_id: "silent", text: plain("Nobody answers") },
    ],
  },
  {
    type: "actions",
    block_id: "menus",
    elements: [
      menu("static_select", { options: FRUIT }),
      menu("external_select", { min_query_length: 2 }),
      menu("users_select"),
      menu("conversations_select"),
      menu("channels_select"),
      menu("multi_static_select", { option_groups: groups }),
    ],
  },
  {
    type: "actions",
    block_id: "pickers",
    elements: [
      { type: "datepicker", action_id: "date", initial_date: "2026-11-21" },
      { type: "timepicker", action_id: "time", initial_time: "09:30" },
      { type: "datetimepicker", action_id: "both", initial_date_time: NOW },
      {
        type: "radio_buttons",
        action_id: "radio",
        options: [option("Now", "at once"), option("Later")],
        initial_option: option("Later"),
      },
      {
        type: "checkboxes",
        action_id: "checks",
        options: [option("Mail"), option("Phone")],
        initial_options: [option("Mail")],
      },
    ],
  },
];

export const NEWER = [
  {
    type: "markdown",
    text: "# Markdown\n**bold** and _em_ and `code`\n\n- one\n- two\n\n> quoted\n\n[a link](https://larkspur.example)",
  },
  {
    type: "table",
    column_settings: [{ align: "left" }, { align: "right" }],
    rows: [
      ["Plan", "Price"],
      ["Starter", "$29"],
      ["Team", "$79"],
    ].map((row) => row.map((text) => ({ type: "raw_text", text }))),
  },
  {
    type: "card",
    title: mrkdwn("A card"),
    subtitle: mrkdwn("below it"),
    body: mrkdwn("with a *body*"),
    actions: [{ type: "button", action_id: "card", text: plain("Take it") }],
  },
  {
    type: "container",
    title: plain("A container"),
    is_collapsible: true,
    child_blocks: [{ type: "section", text: mrkdwn("inside") }],
  },
  {
    type: "plan",
    title: "A plan",
    tasks: [
      { type: "task_card", task_id: "1", title: "Look", status: "complete" },
      { type: "task_card", task_id: "2", title: "Answer", status: "in_progress" },
    ],
  },
  {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        action_id: "feedback",
        positive_button: { text: plain("Good"), value: "1" },
        negative_button: { text: plain("Bad"), value: "0" },
      },
      { type: "icon_button", action_id: "bin", icon: "trash", text: plain("Remove") },
    ],
  },
];

const input = (id: string, label: string, element: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: "input",
  block_id: id,
  label: plain(label),
  element: { action_id: "value", ...element },
  ...more,
});

export const FORM = {
  type: "modal" as const,
  callback_id: "form",
  title: plain("Every kind of field"),
  submit: plain("Save"),
  close: plain("Cancel"),
  blocks: [
    input(
      "name",
      "Name",
      { type: "plain_text_input", placeholder: plain("As on the invoice"), focus_on_load: true, max_length: 40 },
      { hint: plain("First and last") },
    ),
    input("notes", "Notes", { type: "plain_text_input", multiline: true }, { optional: true }),
    input("mail", "E-mail", { type: "email_text_input" }),
    input("page", "Web page", { type: "url_text_input" }, { optional: true }),
    input("seats", "Seats", { type: "number_input", is_decimal_allowed: false, min_value: "1", max_value: "99" }),
    input("fruit", "Fruit", { type: "static_select", options: FRUIT, placeholder: plain("Pick a fruit") }),
    input(
      "several",
      "Several",
      { type: "multi_static_select", option_groups: groups, placeholder: plain("Pick some") },
      { optional: true },
    ),
    input("who", "Who", { type: "users_select", placeholder: plain("Pick somebody") }, { optional: true }),
    input("day", "Day", { type: "datepicker" }, { optional: true }),
    input("when", "When", { type: "radio_buttons", options: [option("Now"), option("Later")] }),
    input("how", "How", { type: "checkboxes", options: [option("Mail"), option("Phone")] }, { optional: true }),
    input("file", "File", { type: "file_input", max_files: 2 }, { optional: true }),
    {
      type: "actions",
      block_id: "more",
      elements: [{ type: "button", action_id: "push", text: plain("One more window") }],
    },
  ],
} as never;

const small = (title: string, text: string, more: Record<string, unknown> = {}) =>
  ({ type: "modal", title: plain(title), blocks: [{ type: "section", text: mrkdwn(text) }], ...more }) as never;

interface Told {
  actions: string[];
  submitted: Record<string, Record<string, Record<string, unknown>>> | undefined;
}

/** Listens to all of it and remembers what it was told. */
export function listenToEverything(app: App): Told {
  const told: Told = { actions: [], submitted: undefined };
  app.action("silent", () => new Promise(() => undefined));
  app.action("push", async ({ ack, body, client }) => {
    await ack();
    const trigger_id = (body as { trigger_id: string }).trigger_id;
    await client.views.push({
      trigger_id,
      view: small("One more", "On top of the *other* one.", { callback_id: "top" }),
    });
  });
  app.action(/^(?!silent|push)/, async ({ ack, action, respond, body }) => {
    await ack();
    const { action_id, type, ...rest } = action as unknown as Record<string, unknown>;
    const chosen = Object.entries(rest).find(([key]) => key.startsWith("selected_"))?.[1];
    told.actions.push(`${action_id}${chosen === undefined ? "" : `=${words(chosen)}`}`);
    if (action_id === "plain" && body.type === "block_actions")
      await respond({ text: "Only *you* see this.", response_type: "ephemeral", replace_original: false });
  });
  app.options("external_select", async ({ ack, payload }) => {
    await ack({ options: FRUIT.filter(({ value }) => value.startsWith(payload.value.toLowerCase())) as never });
  });
  app.shortcut("open_form", async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: FORM });
  });
  app.shortcut("about_message", async ({ ack, body, client }) => {
    await ack();
    const { text } = (body as unknown as { message: { text: string } }).message;
    await client.views.open({ trigger_id: body.trigger_id, view: small("About it", `It says: ${text.slice(0, 40)}`) });
  });
  app.command("/triage", async ({ ack, command }) => {
    await ack({ text: `You typed *${command.text}*.` });
  });
  app.view("form", async ({ ack, view }) => {
    const { name } = view.state.values;
    if (name?.value?.value === "Nobody")
      return ack({ response_action: "errors", errors: { name: "Somebody, please" } });
    told.submitted = view.state.values as never;
    return ack({ response_action: "update", view: small("Saved", "Thank you :tada:") });
  });
  app.event("app_home_opened", async ({ event, client }) => {
    if (event.tab !== "home") return;
    await client.views.publish({
      user_id: event.user,
      view: { type: "home", blocks: [{ type: "header", text: plain("Your work") }, ...CONTROLS.slice(0, 3)] as never },
    });
  });
  return told;
}

const words = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(words).join("+");
  if (typeof value !== "object" || value === null) return String(value);
  return String((value as { value?: unknown }).value);
};
