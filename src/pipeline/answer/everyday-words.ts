import { stemsOf } from "./word-stems.ts";

/**
 * What customers call things, and what articles call them: words of everyday business that stand for one another often enough
 * to find an article by. A group a line, English, single words.
 */
const GROUPS = `
buy purchase order
bill invoice statement receipt
price cost fee charge rate pay
cheap discount reduction rebate reduced off percent
refund reimburse money-back repay
twice double duplicate second two
quit cancel terminate end stop leave unsubscribe
contract subscription plan package tier
renew renewal extend prolong
upgrade upward downgrade downward smaller larger
year yearly annual annually twelve
month monthly
trial try test demo
wipe erase delete remove deletion
copy export download backup extract
spreadsheet csv table excel
record data information file
questionnaire form intake
keep store retain hold kept stored
password passphrase credentials login
login log-on sign-in signin account profile
locked blocked barred suspended
token key secret
phone telephone call ring dial
mail e-mail email inbox
message text sms notice reminder
reply respond response answer reaction
late delay delayed overdue
queue waiting pending
outage down offline incident failure fault
error bug crash problem trouble failed
status state
fraud scam phishing leaked stolen
vulnerability weakness hole flaw security
audit auditor compliance proof certificate report soc
lawyer legal law attorney
wording terms clause agreement
privacy gdpr personal
subprocessor supplier vendor third-party
receptionist reception secretary assistant desk
doctor clinician therapist physician
employee colleague staff worker member user
owner boss founder director
invite invitation accept join
client customer patient guest
diary agenda calendar schedule
meeting appointment slot visit booking
book reserve reservation booking
holiday vacation closed closure christmas
weekend sunday saturday night emergency urgent
hours open opening
speak talk contact write
sync connect connection link integration
bank iban account wire transfer
card credit debit plastic visa mastercard
tax vat duty duties customs import
parcel package shipment delivery box
ship deliver send post dispatch
track tracking scan
lost vanished missing disappeared
address destination redirect
return back give-back
exchange swap replace replacement
broken faulty defect damaged torn snapped ripped
repair mend fix
warranty guarantee covered cover
shoe boot footwear
jacket coat parka puffer
backpack pack rucksack bag
trousers pants
stove burner cooker
size sizing fit wide narrow small
wash clean laundry
colour color
voucher gift giftcard coupon present
points bonus reward loyalty
expire expiry valid expires
stock inventory available
shop store retailer reseller
wholesale bulk
group club team school scouts
logo print branding
rent hire borrow loan
sample specimen
hurt injured burnt injury
danger dangerous hazard safety unsafe
newsletter marketing offers
spelling spelt name corrected
company firm business organisation organization
charity non-profit nonprofit nonprofits
country europe european abroad overseas
language translate translation
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

const byStem = new Map<string, Set<string>>();
for (const group of GROUPS)
  for (const word of group)
    for (const stem of stemsOf(word, "en")) {
      const known = byStem.get(stem) ?? new Set();
      for (const other of group) known.add(other);
      byStem.set(stem, known);
    }

/** Other English words for the same things. */
export function everydayWords(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const word of words)
    for (const stem of stemsOf(word, "en")) for (const other of byStem.get(stem) ?? []) found.add(other);
  return [...found];
}
