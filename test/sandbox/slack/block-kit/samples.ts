export const plain = (text = "x") => ({ type: "plain_text", text });
export const mrkdwn = (text = "x") => ({ type: "mrkdwn", text });
export const option = (value = "a") => ({ text: plain(value), value });
export const options = (count: number) => Array.from({ length: count }, (_, i) => option(`o${i}`));
export const confirm = { title: plain(), text: plain(), confirm: plain(), deny: plain() };
export const richText = {
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "x" }] }],
};

/** The least that each element needs. */
export const elements: Record<string, Record<string, unknown>> = {
  button: { text: plain() },
  checkboxes: { options: options(1) },
  radio_buttons: { options: options(1) },
  datepicker: {},
  timepicker: {},
  datetimepicker: {},
  overflow: { options: options(1) },
  plain_text_input: {},
  email_text_input: {},
  url_text_input: {},
  number_input: { is_decimal_allowed: false },
  rich_text_input: {},
  file_input: {},
  static_select: { options: options(1) },
  multi_static_select: { options: options(1) },
  external_select: {},
  multi_external_select: {},
  users_select: {},
  multi_users_select: {},
  conversations_select: {},
  multi_conversations_select: {},
  channels_select: {},
  multi_channels_select: {},
  image: { alt_text: "a logo", image_url: "https://cdn.larkspur.com/logo.png" },
  workflow_button: { text: plain(), workflow: { trigger: { url: "https://slack.com/shortcuts/1" } } },
  feedback_buttons: {
    positive_button: { text: plain("Good"), value: "1" },
    negative_button: { text: plain("Bad"), value: "0" },
  },
  icon_button: { icon: "trash", text: plain() },
  url_source: { url: "https://larkspur.com", text: "a source" },
};

/** The least that each block needs, besides its type. */
export const blocks: Record<string, Record<string, unknown>> = {
  actions: { elements: [{ type: "button", ...elements.button }] },
  alert: { text: plain() },
  card: { body: mrkdwn() },
  carousel: { elements: [{ type: "card", body: mrkdwn() }] },
  container: { title: plain(), child_blocks: [{ type: "divider" }] },
  context: { elements: [mrkdwn()] },
  context_actions: { elements: [{ type: "icon_button", ...elements.icon_button }] },
  data_table: { caption: "c", rows: [[{ type: "raw_text", text: "h" }], [{ type: "raw_text", text: "v" }]] },
  data_visualization: { title: "t", chart: { type: "line" } },
  divider: {},
  file: { external_id: "1", source: "remote" },
  header: { text: plain() },
  image: { alt_text: "a logo", image_url: "https://cdn.larkspur.com/logo.png" },
  input: { label: plain(), element: { type: "plain_text_input" } },
  markdown: { text: "x" },
  plan: { title: "t" },
  rich_text: { elements: richText.elements },
  section: { text: mrkdwn() },
  table: { rows: [[{ type: "raw_text", text: "h" }]] },
  task_card: { task_id: "1", title: "t", status: "pending" },
  video: {
    alt_text: "a film",
    title: plain(),
    thumbnail_url: "https://cdn.larkspur.com/t.png",
    video_url: "https://cdn.larkspur.com/v",
  },
};

export const block = (type: string, more: Record<string, unknown> = {}) => ({ type, ...blocks[type], ...more });
export const element = (type: string, more: Record<string, unknown> = {}) => ({ type, ...elements[type], ...more });

export const modal = (blocks: unknown[], more: Record<string, unknown> = {}) => ({
  type: "modal",
  title: plain("Title"),
  submit: plain("Save"),
  blocks,
  ...more,
});
export const home = (blocks: unknown[], more: Record<string, unknown> = {}) => ({ type: "home", blocks, ...more });
