/** The shortcodes that turn up in work messages. What is not here stays as it was written, as in Slack. */
const NAMES = `
+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 clap 👏 raised_hands 🙌 pray 🙏 wave 👋 muscle 💪 point_up ☝️ point_right 👉
point_left 👈 point_down 👇 hand ✋ raised_hand ✋ v ✌️ handshake 🤝 writing_hand ✍️ eyes 👀 brain 🧠 bust_in_silhouette 👤
smile 😄 slightly_smiling_face 🙂 smiley 😃 grin 😁 joy 😂 rolling_on_the_floor_laughing 🤣 wink 😉 blush 😊 heart_eyes 😍
thinking_face 🤔 neutral_face 😐 confused 😕 cry 😢 sob 😭 angry 😠 rage 😡 scream 😱 sweat_smile 😅 sunglasses 😎 tired_face 😫
sleeping 😴 mask 😷 exploding_head 🤯 partying_face 🥳 shrug 🤷 facepalm 🤦 robot_face 🤖 ghost 👻 skull 💀 heart ❤️ broken_heart 💔
blue_heart 💙 green_heart 💚 yellow_heart 💛 purple_heart 💜 sparkles ✨ star ⭐ fire 🔥 boom 💥 zap ⚡ tada 🎉 confetti_ball 🎊
balloon 🎈 gift 🎁 trophy 🏆 medal 🏅 rocket 🚀 bulb 💡 bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢 speech_balloon 💬
thought_balloon 💭 email 📧 e-mail 📧 envelope ✉️ incoming_envelope 📨 inbox_tray 📥 outbox_tray 📤 mailbox 📫
mailbox_with_mail 📬 package 📦 memo 📝 pencil ✏️ pencil2 ✏️ page_facing_up 📄 paperclip 📎 pushpin 📌 round_pushpin 📍 bookmark 🔖
label 🏷️ clipboard 📋 calendar 📅 date 📅 spiral_calendar_pad 🗓️ card_index_dividers 🗂️ file_folder 📁 open_file_folder 📂
wastebasket 🗑️ lock 🔒 unlock 🔓 key 🔑 shield 🛡️ link 🔗 mag 🔍 mag_right 🔎 wrench 🔧 hammer 🔨 gear ⚙️ hourglass ⌛
hourglass_flowing_sand ⏳ alarm_clock ⏰ stopwatch ⏱️ clock1 🕐 clock9 🕘 moneybag 💰 credit_card 💳 receipt 🧾 chart_with_upwards_trend 📈
chart_with_downwards_trend 📉 bar_chart 📊 white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌
negative_squared_cross_mark ❎ warning ⚠️ rotating_light 🚨 no_entry ⛔ no_entry_sign 🚫 octagonal_sign 🛑 exclamation ❗ question ❓
grey_question ❔ bangbang ‼️ information_source ℹ️ red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢
large_blue_circle 🔵 white_circle ⚪ black_circle ⚫ large_orange_diamond 🔶 small_red_triangle 🔺 small_red_triangle_down 🔻
arrow_up ⬆️ arrow_down ⬇️ arrow_right ➡️ arrow_left ⬅️ arrows_counterclockwise 🔄 repeat 🔁 leftwards_arrow_with_hook ↩️ fast_forward ⏩
double_vertical_bar ⏸️ arrow_forward ▶️ black_square_for_stop ⏹️ new 🆕 soon 🔜 top 🔝 ok 🆗 sos 🆘 zzz 💤 bug 🐛 coffee ☕ pizza 🍕
cake 🍰 beers 🍻 sunny ☀️ cloud ☁️ rainbow 🌈 snowflake ❄️ house 🏠 office 🏢 computer 💻 iphone 📱 telephone_receiver 📞 phone ☎️
globe_with_meridians 🌐 ambulance 🚑 construction 🚧 ticket 🎫 dart 🎯 lifebuoy 🛟 scales ⚖️ briefcase 💼 busts_in_silhouette 👥 ship 🚢
`;

const words = NAMES.trim().split(/\s+/);
const EMOJI = new Map<string, string>();
for (let i = 0; i < words.length; i += 2) EMOJI.set(words[i] ?? "", words[i + 1] ?? "");

/** Undefined for a name that nobody knows. A skin tone after it is left out. */
export const emojiFor = (name: string): string | undefined => EMOJI.get(name.replace(/::skin-tone-\d$/, ""));

/** What the pickers offer. */
export const COMMON =
  `+1 -1 eyes white_check_mark tada heart joy thinking_face pray raised_hands fire rocket warning bulb
hourglass_flowing_sand no_entry_sign mag speech_balloon memo paperclip wave clap slightly_smiling_face cry`.split(
    /\s+/,
  );

/** Shortcodes in plain words, for texts that have no other markup. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+'-]+):/g, (whole, name: string) => emojiFor(name) ?? whole);
