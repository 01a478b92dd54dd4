/** Image addresses of mail-opening trackers that do not bother to be 1x1: the path says what they are for. */
const TRACKER_PATH =
  /\/(?:wf\/open|track(?:ing)?\/open|open(?:\.aspx|\.php|-?track(?:ing)?)?|e[mo]?\/?o(?:pen)?\.(?:gif|png|php)|trk|pixel|beacon|imp(?:ression)?)(?:[/?.]|$)|list-manage\.com\/track|mailtrack\.io|\/o\.gif|demdex\.net|returnpath\.net\/pixel|\bpx\.gif/i;

/** Layout helpers of the table age: 1x1, loaded by everyone from the same address. */
const SPACER =
  /(?:^|\/)(?:spacer|blank|clear|shim|transparent|trans|1x1|empty|dot|pixel_?(?:trans|clear)|\w{0,40}1px)[\w-]{0,20}\.(?:gif|png)$/i;

/** An image that is there to be fetched, not to be seen. Embedded images (cid:, data:) tell nobody anything. */
export function isTracker(attributes: Record<string, string>, hidden: boolean): boolean {
  const src = (attributes.src ?? "").trim();
  if (!/^(?:https?:)?\/\//i.test(src)) return false;
  if (SPACER.test(src.split("?", 1)[0] ?? "") && !src.includes("?")) return false;
  const sized = attributes.width !== undefined || attributes.height !== undefined;
  // Pictures for phones hide in hidden blocks too, but those have a size.
  if (hidden && !sized && !attributes.alt?.trim()) return src.includes("?") || TRACKER_PATH.test(src);
  if (isTiny(attributes.width, attributes.height)) return true;
  const style = attributes.style ?? "";
  if (/display:\s?none|visibility:\s?hidden|opacity:\s?0(?![.\d])/i.test(style)) return true;
  if (isTiny(/(?:^|[;\s])width:\s?(\d+)/i.exec(style)?.[1], /(?:^|[;\s])height:\s?(\d+)/i.exec(style)?.[1]))
    return true;
  // With a real size it is a picture, whatever its address.
  return !sized && TRACKER_PATH.test(src);
}

const isTiny = (width: string | undefined, height: string | undefined) => {
  const w = Number.parseFloat(width ?? "NaN");
  const h = Number.parseFloat(height ?? "NaN");
  return (
    (w <= 1 && h <= 1) || (Number.isNaN(w) && h <= 1) || (Number.isNaN(h) && w <= 1) || (w <= 3 && h <= 3 && w * h <= 4)
  );
};
