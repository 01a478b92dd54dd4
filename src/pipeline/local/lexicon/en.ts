import type { Lexicon } from "./concepts.ts";

export const en: Lexicon = {
  price:
    "price*, pricing, cost, costs, costing, how much, rates, rate card, fee, fees, price list, tariff*, what would you charge, what do you charge, ballpark, per seat, per head, per person, per user, per unit, set me back, monthly cost, going rate, day rate, expensive, cheaper, cheapest, affordable, afford",
  quote:
    "quote, quotes, quotation*, estimate, estimates, proposal*, offer, formal offer, bid, pro forma, proforma, written offer",
  demo: "demo*, show us around, show me around, walk us through, walk me through, walkthrough, product tour, see it in action, presentation, show us, show me how it, see how it works, talk us through",
  trial:
    "trial*, sample, samples, swatch*, pilot, try it, try out, test drive, taster, free version, free plan, sandbox, evaluation, try before",
  buy: "buy, buying, purchase, purchasing, place an order, order some, sign up, signing up, get started, take out, enrol*, enroll*, join, go ahead, would like to order, want to order, like to book, want to book, looking to book, hire, rent, renting, switch to you, move to you, moving to you, acquire, new customer, become a customer, open an account, potential customer",
  interest:
    "interested in, interested, interest, looking for, looking to, looking into, considering, thinking of, thinking about, would like to know, more information, more info, info about, details on, details about, find out more, learn more about your, enquiry, enquire, inquiry, inquire, inquiring, curious, in the market for, shortlist*, heard about you, recommended you, recommended by, found you, came recommended, saw your ad, exploring, explore, hoping to, planning to",
  need: "we need, i need, we are after, require, requirements, our needs, we want, we would need, need something, in need of, must have, needs to, use case, our situation, we have about, we currently, at the moment we, right now we, currently use, currently using, still on paper, spreadsheet*, outgrown, replace our",
  compare:
    "compare*, comparison, competitor*, alternative*, versus, vs, switch from, switching from, moving from, other providers, other suppliers, another quote, three quotes, better than, difference between, better value, cheaper elsewhere, current provider, current supplier, existing provider",
  bulk: "bulk, wholesale, reseller*, retailer*, stockist*, distributor*, volume, quantities, quantity, pieces, pcs, units, trade account, trade price*, trade terms, moq, minimum order, pallet*, corporate order, for our team, for our staff, for our office, for our employees, seats, users, licences, licenses, staff, employees, guests, people, locations, sites, stores, branches, offices, heads",
  discount:
    "discount*, rebate*, promo code, promo, coupon*, voucher*, special price, best price, nonprofit, non-profit, charity rate, student rate, group rate, group price*, concession*, reduced rate, deal, negotiate, negotiable, price match",
  budget:
    "budget*, spend, allocated, afford, cap of, max we can, ceiling, all in, up to, not more than, signed off, approved budget",
  available:
    "available, availability, in stock, out of stock, restock*, back in stock, vacanc*, free on, any spaces, any space, spaces left, slots, lead time, lead times, still going, still for sale, still free, when can you, how soon",
  doyou:
    "do you offer, do you have, do you do, do you sell, do you ship, do you deliver, do you cover, do you support, do you provide, do you work with, do you take, do you make, do you stock, do you accept, do you integrate, can you do, could you do, can you supply, can you make, can you offer, could you offer, could you supply, would you be able to, are you able to, is it possible to, does it work with, does it support, does it come, does it include, does it integrate, does it fit, would it, will it fit, will it work, is there an option, are there options, what options",
  visit:
    "viewing*, come and see, visit you, visit us, come out, site visit, come by, appointment to see, have a look, open day, showroom, tour, survey visit, measure up, consultation, meeting, meet, call us, give me a call, call me, call back, ring me, phone me, set up a call, schedule a call, arrange a call, hop on a call, get on a call",
  tender:
    "tender*, rfp, rfq, rfi, procurement, request for proposal*, invitation to propose, bid deadline, supplier questionnaire, framework agreement, shortlist, evaluation criteria, scope of work, specification, specs, lot 1",
  event:
    "wedding*, party, parties, birthday party, conference, offsite, retreat, team building, hen do, stag do, christmas party, reception, banquet, catering, group of, school trip, class of, field trip, celebration, gala, corporate event, anniversary",
  booking:
    "book, booking*, reservation*, reserve, reserved, stay, room, rooms, table for, nights, check in, check-in, check out, check-out, tickets, ticket for, seats for, slot, flight*, itinerary, class, course, session, lesson*",
  order:
    "order, orders, my order, order number, order no, order confirmation, ordered, basket, checkout, purchase number, bought, purchased",
  delivery:
    "deliver*, parcel*, package, packages, shipment*, shipping, shipped, courier*, tracking, tracked, dispatch*, despatch*, arrived, arrive, arrives, postal, in transit, driver, carrier*, customs, doorstep, left it, depot, post office, pickup point",
  broken:
    "broken, broke, breaks, crack*, damage*, defect*, faulty, fault, leak*, snapped, torn, tore, ripped, split, scratch*, dent, dented, stain*, shattered, bent, loose, rattl*, noisy, squeak*, smells, smell, rust*, mould*, mold*, came off, fell off, fell apart, dead, worn, chipped, burnt, melted, jammed, stuck, wobbl*, rocks, drip*",
  fails:
    "not working, doesnt work, doesn't work, does not work, didn't work, didnt work, won't, wont, can't, cant, cannot, fails, failed, failing, failure, error, errors, bug, bugs, crash*, freez*, frozen, hangs, blank, timeout, times out, timed out, stopped working, stops working, no longer works, not loading, won't load, doesn't load, keeps saying, keeps asking, doesn't show, not showing, disappeared, vanished, unable to, not syncing, not sync*, broken since, since the update, after the update, glitch*, spinning, issue, issues, problem, problems, trouble, not appearing, not sending, not receiving, refuses to, gone, doesn't update, won't open, not possible to, do not reach, does not reach, don't reach, doesn't reach, not reach, not reaching, any more, anymore, no longer, don't arrive, do not arrive, doesn't arrive, don't get, doesn't get, look into it, look into this, look into that, investigate, something is off, something went wrong, what went wrong, doesn't open, do not open, not responding, misbehaving, out of order, can you fix, please fix",
  login:
    "login, log in, logging in, logged out, sign in, signing in, password*, locked out, reset link, verification code, 2fa, mfa, two factor, authenticator, username, access to my account, cannot access, can't access, reset my, activation link, sso, pin code",
  howto:
    "how do i, how do we, how can i, how can we, how to, how does, where do i, where can i, where do we, is there a way, is there any way, what is the way, which setting, where is the, where are the, can i change, can i use, can i get, can we get, am i able to, how should i, which one do i, which button, what does it mean, what do i, does this mean, is it normal, is that normal, do i need to, do i have to, can it be, should i",
  return:
    "return, returns, returning, returned, exchange, exchanges, send it back, send back, sent back, sending back, take it back, rma, swap, swapped, different size, wrong size, too small, too big, doesn't fit, return label",
  warranty: "warranty, guarantee*, under warranty, spare part*, replacement*, replace, replaced",
  missing:
    "missing, lost, never arrived, not arrived, hasn't arrived, has not arrived, not received, didn't receive, did not receive, haven't received, never received, never came, nothing came, incomplete, not here, nothing arrived, didn't arrive, did not arrive, still nothing, without the, was not in, not in the box, no sign of, where is",
  wrong:
    "wrong, incorrect*, mistake*, mixed up, mix-up, not what i, instead of, different from, should be, shouldn't, should have been, doesn't match, does not match, not right, error in, discrepanc*, mismatch, misspelled, misspelt",
  change:
    "change, changes, changed, changing, amend, amended, update my, update our, reschedul*, postpone*, move my, move our, move the, swap, switch, edit, modify, add a, remove, transfer, extend, rename, upgrade, downgrade, freeze, pause, put on hold, bring forward",
  cancel: "cancel*, terminate, termination, end my, stop my, close my account, call off, opt out of, give notice",
  account:
    "my account, our account, account, profile, dashboard, settings, workspace, portal, customer number, customer no, member number, membership, member, policy number, contract number, client number, subscriber, user, admin, the app, app",
  appointment:
    "appointment*, visit, session, slot, booked in, time slot, my booking, our booking, my reservation, our reservation",
  repair:
    "repair*, technician*, engineer, mechanic, plumber, electrician, fix, fixed, fixing, service visit, maintenance, come out, look at it, take a look, inspect*, install, installed, installer, fitter*",
  waiting:
    "still waiting, been waiting, no reply, no response, no answer, nobody, no one, noone, heard nothing, haven't heard, not heard back, never called, never came back, third time, second time, again and again, weeks ago, days ago, chasing, following up on my, any news, any update, any progress, still no, yet again, promised, was told, told me, you said, last week, for weeks, for days, for months, since monday, since last",
  status:
    "status of, where is my, when will, when can i expect, how long, track my, eta, expected date, is it on its way, has it, did you receive, did you get, has my, any idea when, what's happening, progress, update on",
  setup:
    "set up, setup, configure*, configuration, connect*, import*, export*, integrat*, sync*, api, webhook*, plugin, settings, permission*, role, roles, invite, domain, dns, csv, spreadsheet, upload*, download*, template*, install*, migrate*, migration, enable, disable, activate*, sso, account settings, notification*, reminder*",
  technical:
    "screen, screenshot*, button, browser, chrome, safari, iphone, android, version, update, software, server, log, logs, stack trace, 404, 500, 403, http, device, sensor, battery, charger, cable, wifi, bluetooth, firmware, serial number, model, motor, pump, valve, boiler, thermostat, filter, printer, scanner, hinge, screw*, zip, zipper, strap, lid, switch, error code, code e",
  outage:
    "down, outage, offline, all users, nobody can, none of us, everything is down, site is down, system is down, completely down, unavailable, not reachable, since this morning, whole team, entire team, production, all locations, no power, no heating, no hot water, no water, no internet, at a standstill, closed shop",
  owns: "i bought, we bought, i purchased, we purchased, i ordered, we ordered, i have a, i've had, we've had, we use, we are using, i am using, i use, my new, i own, i received, we received, i got, customer since, been with you, been a customer, customer for, existing customer, my subscription, our subscription, we installed, you installed, i booked, we booked, i rented, i signed up, we signed up, i paid, we paid, been using, our contract with you, your technician, your driver, your colleague, your team came, your man, my membership, my policy, our policy",
  invoice:
    "invoice, invoices, invoiced, invoicing, bill, bills, billed, billing, inv, invoice number, invoice no, credit note, credit memo, proforma",
  charge:
    "charge, charged, charges, charging, debited, debit, direct debit, deducted, deduction, withdrawn, withdrawal, taken from, took, billed, overcharged, taken out, card statement, bank statement, payment went out, collected from, autopay, auto-renew*, auto renewal, unauthorised charge, unauthorized charge",
  refund:
    "refund*, money back, reimburse*, credited, credit back, credit us, credit me, chargeback, pay back, paid back, compensation for, compensat*, deposit back, get it back, return the money, give back, owe me, owes me, where's my money, where is my money, my money, the unused part, pay me back",
  pay: "pay, pays, paying, paid, payment*, payable, transfer, transferred, wire, wired, remit*, remittance, settle, settled, payment terms, net 30, instalment*, installment*, deposit, prepay*, balance, due amount, amount due, cheque, check payment, payment link, payment method, standing order, payroll run, payment run",
  double:
    "twice, double, doubled, duplicate*, two times, two charges, two invoices, both charges, two payments, charged again",
  overdue:
    "overdue, past due, outstanding, unpaid, arrears, reminder, final notice, late fee, late payment, days late, dunning, collection agency, debt, collections, not yet paid, still open, remains unpaid, remind you",
  tax: "vat, tax, taxes, w9, w-9, w-8ben, 1099, tax exempt, exemption, exempt, gst, abn, tax id, tax number, vat number, reverse charge, fiscal, ein, tax invoice, tax form, sales tax, withholding",
  bank: "iban, bic, swift, bank account, bank details, account number, sort code, routing number, ach, sepa, bank transfer, wire transfer, mandate, our bank, your bank",
  card: "credit card, debit card, card number, card expired, new card, visa, mastercard, amex, card ending, card on file, expiry date, expired card, card was declined, declined, paypal, apple pay",
  po: "purchase order, po number, po no, cost center, cost centre, vendor number, supplier number, supplier portal, accounts payable, ap department, vendor form, bill to, billing address, reference number on",
  receipt:
    "receipt*, statement, statements, proof of payment, copy of the invoice, copy of invoice, expense*, bookkeep*, accountant, accounting, reconcil*, month end, month-end, year end, year-end, audit, ledger",
  subscription:
    "subscription*, subscribe to, renew*, annual plan, monthly plan, yearly plan, plan, upgrade, downgrade, per month, monthly, annually, yearly, billing cycle, auto renew, tier, package, membership fee, next billing",
  correct:
    "correct, corrected, correction, reissue*, re-issue*, resend, re-send, amend, amended, revised, adjust*, rectify, clarify, clarification, explain, explanation, dispute, disputed, disputing, does not add up, doesn't add up, not agreed, agreed price, higher than, went up, price increase",
  pitch:
    "we help, we have helped, i help, helping companies, help businesses, help companies, help brands, helps companies, helps businesses, helps teams, increase your, boost your, grow your, improve your, double your, scale your, reduce your, cut your, save you, save your, your competitors, your industry, businesses like yours, companies like yours, brands like yours, firms like yours, teams like yours, shops like yours, without any commitment, no obligation, no strings, free audit, free analysis, free consultation, free mockup, results guaranteed, guaranteed, roi, proven, more customers, more bookings, more sales, more leads, new revenue, pain point*, at no cost, risk-free, money-back guarantee, our solution, our platform helps, our tool, our software helps",
  marketing:
    "seo, ranking*, rank, google ads, page 1, page one, first page, backlink*, guest post*, sponsored post*, link placement, link insertion, link building, domain authority, traffic, conversion*, lead generation, leads, outreach, social media, instagram, tiktok, followers, influencer*, ugc, campaign*, advertis*, ad space, media kit, web design, redesign, website design, app development, developers, offshore, outsourc*, branding, email list, database of, b2b contacts, contact list, decision makers, attendee list, reviews, google reviews, explainer video, video production, chatbot, ai agent*, automation, virtual assistant*, directory, listing",
  ask_time:
    "15 minutes, 20 minutes, 10 minutes, 30 minutes, ten minutes, fifteen minutes, quick call, quick chat, brief call, short call, short chat, worth a chat, worth a call, worth a look, worth exploring, open to, would you be open, hop on, jump on, calendar link, book a slot, my calendar, calendly, are you the right person, right person, who handles, who looks after, who is in charge, person in charge, point me, decision maker, shall i send, should i send, can i send, may i send, mind if i, happy to send, would it make sense, does it make sense, make sense to, next tuesday or, thursday work, spare 20, spare 15, quick question, reply yes, just reply, a simple yes, next week for",
  intro:
    "we are a leading, leading manufacturer, leading provider, leading supplier, manufacturer of, we manufacture, we supply, we specialise, we specialize, specialising in, specializing in, our company, our agency, our firm, our factory, our services, our products, our catalogue, our catalog, our price list, founder of, co-founder, i run a, i'm with, i am with, i represent, on behalf of, we provide, we offer, our range, years of experience in, iso 9001, export manager, sales manager, business development, account executive, sales representative, we produce, we distribute, let me introduce, introduce myself, introduce our, introducing our, allow me to",
  supply:
    "your account with us, your order with us, your supplier, price adjustment, price increase, list prices, new price list, delivery note, goods, pallets, forwarder, pick up at, loading, loading dock, lead time, backorder, back-order, container, freight, our warehouse, your purchase order, order acknowledgement, maintenance window, scheduled maintenance, planned maintenance, service interruption, your contract with us, your lease, your tenancy, tenants, landlord, your domain, expires on, renewal notice, your hosting, invoice attached, attached invoice, please find attached our invoice, please find our invoice, attached please find, amount due, due date, our bank details, please remit, payment due, your delivery, we will deliver, we will be delivering, our driver, our invoice, our invoices, our terms, discontinu*, holiday closure, our offices will be closed, statement of account, your statement, kindly settle, dear tenant*, dear partner*, dear valued, dear customer",
  partner:
    "partner*, partnership*, collaborat*, collab, affiliate*, commission, sponsor*, sponsorship, exhibitor*, booth, stand at, co-marketing, cross-promotion, referral fee, joint venture, white label, white-label, become a partner, resell your",
  compliment:
    "came across your, came across you, stumbled upon, stumbled across, i was on your, looking at your website, visited your website, browsing your, i noticed you, i noticed that your, noticed your, i saw that you, saw you're hiring, saw that you, love what you, loved your, impressed by, impressive, big fan of, congrats on, congratulations on, your recent post, your linkedin, your online presence, your site",
  bump: "following up, just following up, follow up on my, follow-up, circling back, bumping, bump this, floating this, any thoughts, my last email, my previous email, my earlier email, did you get a chance, did you have a chance, top of your inbox, checking in, touching base, last try, last email from me, haven't heard back, close your file, wanted to check",
  optout:
    "not interested, let me know and i, won't bother you, stop emailing, reply stop, reply no, reply remove, opt out, opt-out, if this isn't for you, not the right time, if you'd rather not hear, rather not hear, no longer wish to receive, take you off",
  staffing:
    "candidate*, placement fee, recruitment agency, recruiter, talent, headhunt*, staffing, shortlisted profiles, first-year salary, temp staff, contractors available, developers available, bench, profiles",
  clients:
    "our clients, clients like, clients include, case study, case studies, testimonial*, trusted by, customers such as, worked with, we work with, portfolio, other companies in, helped over, 40+, 100+, 500+, over 200, hundreds of, thousands of, fortune 500",
  apply:
    "apply, applying, application, applicant*, i would like to work, want to work for you, join your team, join the team, cover letter, applied for, interview, interviews, candidacy, start immediately, can start, i could start, notice period, speculative application, unsolicited application, open application, hiring, are you hiring, do you have any openings, any openings, looking for work, looking for a job, withdraw my application",
  cv: "cv, resume, résumé, curriculum vitae, curriculum, portfolio, certificates attached, transcripts, my linkedin",
  job: "job, jobs, position, positions, vacancy, vacancies, opening, openings, role, advert, advertised, job ad, career, careers, part-time, part time, full-time, full time, weekend job, saturday job, summer job, shift, shifts, work permit, remote position, freelance, seasonal, offer letter, hireable, instructor, freelancer",
  intern:
    "internship*, intern, work experience, apprentice*, trainee*, work placement, placement, placement year, graduate scheme, shadowing, volunteer*, student job, working student",
  experience:
    "years of experience, years experience, i have worked, i worked, worked as, worked at, worked in, previously at, degree in, bachelor, master's, diploma, graduated, graduate, qualified, certified, skills, fluent in, studied, studying, i am studying, my studies, team player, hardworking, motivated, driving licence, driving license, forklift, references available",
  reference:
    "reference for, employment reference, reference check, former employee, previous employer, worked for you, worked with you, verify employment, employment verification, verification of employment, employed by you, dates of employment, would you rehire, named you as",
  salary: "salary, wage, wages, pay range, hourly rate, expectations, compensation package, k per year",
  privacy:
    "gdpr, ccpa, personal data, data subject, data protection, right of access, right to erasure, erasure, delete my data, delete all my, delete all data, data you hold, subject access, dsar, sar, privacy request, privacy, data controller, do not sell, article 15, article 17, art 15, art 17, lgpd, data processor, dpo, data protection officer, where you got my, consent, hipaa, anonymi*, erase, erase all, erase everything, delete everything you, everything you have on, everything you hold, wiped, wipe my, legal basis, lawful basis, rgpd, dsgvo, data breach, my data",
  lawyer:
    "lawyer*, attorney*, solicitor*, counsel, law firm, legal department, our client, my client, legal team, esq, barrister, notary, legal counsel, legal action, paralegal, power of attorney, we act for, i act for, acting for, instructed by",
  court:
    "court, subpoena, lawsuit, sue, suing, proceedings, litigation, summons, warrant, injunction, small claims, hearing, plaintiff, defendant, tribunal, mediation, arbitration, police, prosecutor, criminal, case number, case no, docket, preservation, custodian of records, sealed copy, court order, insolvency, bankruptcy, deposition, affidavit",
  copyright:
    "copyright*, trademark*, trade mark, infring*, dmca, takedown, take down, cease and desist, cease & desist, without permission, without my permission, without licence, without license, my photograph, my photo, my image, intellectual property, patent, plagiari*, unauthorised use, unauthorized use, licence fee, counterfeit*",
  contract:
    "dpa, data processing agreement, processing addendum, addendum, redline*, clause, clauses, liability, indemn*, nda, non-disclosure, confidentiality agreement, terms and conditions, msa, master service*, baa, business associate, countersign*, signature version, sign and return, mark-up, markup, contract, draft agreement, agreement, amendment, jurisdiction, governing law, sla, termination clause, sub-processor*, subprocessor*, our turn of, tracked changes, exhibit c, mark up of",
  damages:
    "damages, compensation, liable, liability, injur*, injured, hospital, harm, harmed, claim for, claim, claims, loss suffered, negligen*, breach of contract, breach, allergic, fell, burned, insurer, insurance claim, personal injury, hold you responsible",
  statute:
    "pursuant, statutory, under section, section, article, regulation, directive, act 20, hereby, within 14 days, within 7 days, within 30 days, 14 days, one month, without prejudice, formal notice, letter before action, notice of, in accordance with, terms of the law, by law, legally, obliged, required by law, penalty, legal grounds, consumer rights act, failing which",
  regulator:
    "ombudsman, trading standards, consumer protection, data protection authority, regulator, authority, attorney general, better business bureau, bbb, small claims, consumer council, ministry, inspector, inspection, ico, ftc, compliance, tax office, customs office, council, recall, safety authority",
  digest:
    "newsletter*, digest, weekly, roundup, round-up, issue no, edition, in this issue, this week in, this month, what we're reading, top stories, editor, editorial, trends, insights, briefing, bulletin, monthly update, news, magazine, subscribers, subscribed, read time, industry news",
  unsubscribe:
    "unsubscribe, manage preferences, email preferences, preferences, update your preferences, you are receiving this, you receive this, you're receiving this, you are subscribed, you subscribed, no longer want, view in browser, view online, mailing list",
  readmore:
    "read more, read on, continue reading, full story, read the, see more, learn more, view all, discover, click to read, find out, watch now, listen now, get the guide, download the",
  release:
    "what's new, whats new, new feature*, now available, release notes, changelog, introducing, we've added, we added, we have launched, just launched, version, new in, product update*, announcing, announcement, improvements, now live, rolling out, new release, sunset",
  webinar:
    "webinar*, register now, save your seat, save the date, register here, registration, early bird, early-bird, summit, conference, speakers, agenda, live session, join us, expo, trade fair, trade show, workshop, meetup, tickets are",
  sale: "% off, sale, deals, deal of, black friday, cyber monday, shop now, save now, save up to, last chance, ends tonight, ends soon, limited time, exclusive offer, free shipping, clearance, special offer, offer ends, hurry, order now, flash sale, new arrivals, new collection",
  prize:
    "winner, you have won, have won, lottery, prize, inheritance, beneficiary, next of kin, million dollars, million usd, million, fund, funds, unclaimed, compensation fund, deceased, late husband, consignment, diplomat, gold bars, donation of, selected to receive, reward, congratulations you, claim your, widow, estate",
  verify:
    "verify your, verify, confirm your account, confirm your identity, confirm your password, account will be, suspended, suspension, deactivated, deactivation, mailbox full, mailbox is, mailbox storage, quota, storage, unusual activity, unusual sign-in, security alert, password expires, password will expire, keep your password, keep same password, keep current password, re-validate, validate your, update your payment, update your account, webmail, avoid suspension, avoid interruption, will be closed, will be terminated, incoming messages, pending messages, undelivered messages, held messages, within 24 hours, within 48 hours, restricted, login details, reactivate, microsoft 365, office 365",
  invest:
    "bitcoin, crypto*, btc, usdt, wallet, investment, investor*, invest, forex, trading, profit, returns of, loan, loans, funding, business loan, low interest, financing, credit line, passive income, earn, make money, per day from home, working capital, hedge, capital",
  giftcard:
    "gift card*, gift cards, gift certificates, itunes, google play, steam card*, scratch, scratch off, are you available, are you at your desk, are you in the office, quick task, a task, urgent task, errand, favour, favor, discreet*, in a meeting, can't talk, cannot talk, can't take calls, cell number, mobile number so, whatsapp number, personal number, text me, surprise for, reimburse you, wire today, process a payment, urgent payment, urgent transfer",
  bankchange:
    "new bank, changed our bank, change of bank, bank details have changed, new account details, updated bank, update our bank, updated account details, updated remittance, new banking, account is under audit, old account, previous account, no longer use, no longer valid, payment to the new, change my direct deposit, direct deposit, payroll account, update my bank, new beneficiary",
  lure: "click here, click the link, click below, link below, open the attachment, see attachment, view document, view the document, shared a document, shared a file, shared document, secure document, secure message, encrypted message, review document, docusign, signature required, voicemail, voice message, missed call, fax, track your parcel, customs fee, delivery fee, redelivery, pay the fee, small fee, scan the qr, qr code, enable macros, enable content, your package, parcel is on hold, on hold, access document, download your, log in below, sign in below, act now, action required, immediate action, final warning",
  secrecy:
    "confidential*, secret, strictly confidential, private matter, do not tell, don't tell, between us, keep this, discretion, do not call, do not telephone, do not discuss, top secret, utmost",
  adult:
    "viagra, cialis, pills, dating, singles, hot girls, sexy, sex, casino, betting, slots bonus, weight loss, cbd, enlargement, replica, rolex, escort, lonely, free spins, pharmacy, meds",
  blackmail:
    "webcam, recorded you, your device, hacked your, i have access to, your contacts will, embarrassing, malware on your, pay within, bitcoin address, btc wallet, adult site*, trojan, your passwords, negative reviews, bad reviews, take your site offline, ddos",
  kindly:
    "kindly, dear friend, dear beloved, dear sir/madam, greetings to you, compliments of the, good day, attention, dearest, god bless, esteemed, do the needful, revert back, await your, urgent response, your urgent reply, dear email user, dear user, dear account owner, dear webmail",
  family:
    "mum, mom, dad, grandma, grandpa, daughter, son, wife, husband, kids, daycare, school run, sister, brother, auntie, uncle, cousin, cat, dog, dinner, birthday cake, darling, honey, love you, baby, babysit*, holiday photos, see you tonight, home by",
  office:
    "fridge, kitchen, milk, coffee machine, lunch, pizza, cake, keys, meeting room, parking, car park, printer toner, desk, whoever, whose, somebody left, secret santa, leaving do, farewell, collection for, drinks, friday, all staff, team lunch, potluck, hi all, hi team, hey all, hey everyone, folks, colleagues, lost property, left my, rota, holiday request, sick today, running late, wfh, timesheet, expenses, standup, handover, memo",
  wrongperson:
    "wrong address, wrong person, wrong list, wrong email, not meant for, not for you, sent to you by mistake, sent by mistake, by mistake, misdirected, intended for, intended recipient, not the right person, forward to, please forward, someone else, another company, similar name, same name, don't know who this is for, ended up in our, reached us by, is this the right, if that's not you, if this is not you, wrong number, not for us",
  affection:
    "xx, xxx, xo, xoxo, hugs, love, kisses, miss you, lol, haha, ha ha, hahaha, mate, dude, buddy, babe, catch up, pub, beers, gym tonight, tonight, weekend, bbq, barbecue",
  absence:
    "out of office, out of the office, on leave, annual leave, on holiday, on vacation, maternity leave, parental leave, automatic reply, auto-reply, autoreply, auto reply, limited access, no access to email, will be back, back on, back in the office, returning on, return to the office, away until, during my absence, in my absence, no longer with, no longer works, no longer working at, has left, for urgent matters, in urgent cases, sabbatical",
  undelivered:
    "undeliverable, undelivered, delivery failed, delivery failure, delivery status, delivery has failed, mailer-daemon, mail delivery, could not be delivered, couldn't be delivered, not be delivered, returned mail, user unknown, mailbox unavailable, address not found, recipient, recipients, rejected, permanent error, temporary failure, 550",
  press:
    "journalist, reporter, press, editor, article, story, interview, comment, comments, for comment, on the record, magazine, newspaper, publication, podcast, radio, tv, broadcast*, documentary, column, newsroom, deadline, media inquiry, media enquiry, quote from, spokesperson, blogger, freelance writer, film crew, high-res",
  survey:
    "survey*, questionnaire, census, statistics, statistical, poll, respondents, research, researcher, university, dissertation, thesis, phd, study, academic, participate, participation, municipality, city council, public consultation, mandatory return, chamber of commerce, association, trade association, board of, fire inspection, fire drill, road works, roadworks, street closure, neighbour*, residents",
  autoack:
    "we have received your, we've received your, thank you for contacting, thanks for contacting, thank you for your message, thanks for your email, your request has been, your ticket, ticket number, case has been, do not reply, do not respond, will get back to you, this is an automated, automatically generated, automated message, automatic message, request received, no-reply, noreply, unmonitored, has been received, has been opened, has been resolved, accepted, declined, tentative, invitation",
  charity:
    "charity, donate, donation*, fundrais*, raffle, tombola, auction, scout*, nonprofit, non-profit, volunteers, local school, pta, food bank, shelter, in aid of, community, sponsor our, local team, youth, church, parish",
  student:
    "student, students, school project, class project, my thesis, my dissertation, teacher, pupils, homework, for my studies, university project, classroom",
  thanks: "thanks, thank you, thx, ty, cheers, grateful, appreciate*, many thanks, ta",
  praise:
    "great, love, loved, lovely, excellent, amazing, fantastic, wonderful, brilliant, perfect, happy, very happy, pleased, delighted, best, awesome, super, fab, beautiful, kudos, well done, keep up, impressed, excited, thrilled, glad, looking forward, enjoyed, enjoying, helpful, friendly, kind",
  anger:
    "unacceptable, ridiculous, disappoint*, frustrat*, fed up, angry, furious, terrible, awful, appalling, worst, joke, disgrace*, disgust*, pathetic, useless, shocking, not good enough, rubbish, nightmare, sick of, enough, complaint, complain*, outrageous, shameful, poor service, bad service, waste of, let down, annoyed, annoying, upset, unhappy, not happy, poor, horrible, incompeten*, absurd, never again, unbelievable, seriously, not impressed, hassle, beyond a joke, what is going on, lied, lying, rip off, rip-off, ripped off, scam, scammers, cheated, theft, stolen",
  insult:
    "idiot*, moron*, stupid, liars, liar, thieves, thief, crooks, crook, bastard*, fuck*, shit*, asshole*, scum, clowns, imbecile*, damn, go to hell, screw you, crap, burn in, piece of, bunch of, find you, come for you, you will regret, you'll regret, watch your back, know where you",
  urgent:
    "urgent*, asap, immediately, right away, as soon as possible, emergency, critical, straight away, at once, top priority, right now, quickly, today, this morning, this afternoon, tonight, time sensitive, time-sensitive, rush, desperate*, end of day, eod, cob, within the hour, in an hour, by noon",
  deadline:
    "by friday, by monday, by tomorrow, by tuesday, by wednesday, by thursday, by the end, by end of, before friday, before monday, before the, deadline, due by, no later than, latest, until friday, tomorrow, next week, this week, this weekend, on saturday, on sunday, in time for, within a week, before we, before christmas, needed by, need it by",
  leave:
    "cancel my subscription, cancel our subscription, cancel my membership, cancel our, cancel my contract, leaving you, leave you, switch to another, switch to a competitor, switch provider, look elsewhere, looking elsewhere, go elsewhere, take our business, take my business, move to another, moving to another, last order, not renew, won't renew, will not renew, won't be renewing, competitor, end the contract, terminate, termination, close my account, close our account, your competitor, moving away, never again, stop using, other options, find someone else, another provider, ditch, done with you, taking our business, taking my business, taking it elsewhere, going elsewhere, move elsewhere, moved elsewhere, placed it elsewhere, placed elsewhere, find another, found another, another provider, another supplier, another agent, another vendor, going with someone else, gone with someone else, cancel everything, cancel my plan, cancel our plan, cancel the plan, cancel me, cancel it all, cancelling our, cancelling my, canceling our, canceling my, i cancelled, i canceled, we cancelled, we canceled, when i cancel, otherwise i'll cancel, otherwise we'll cancel, i'll cancel, we'll cancel, i will cancel, we will cancel, want to cancel, would like to cancel, want out, get out of the contract, ending our, ends our, ending its engagement, end our engagement, end my membership, end our membership, terminat*, notice of termination, written notice, giving notice, give notice, our notice, my notice, sorry to see you go, turn off auto renew, auto renew, not be renewing, not going to renew, don't renew, do not renew, do not want to renew, stop my subscription, stop the subscription, stop the box, last invoice, final invoice, close it down, done with you, had enough, fed up, we're leaving, i'm leaving, we are leaving, thinking of leaving, considering leaving, reconsider, downgrad*, cheaper elsewhere, quote from another, shop around, shopping around, looking around, look around, looking at alternatives, looking at others, exporting everything, go back to, not be back, won't be back, unless this, lost a customer, lose a customer, losing a customer, lost my business, lose our business",
  security:
    "vulnerab*, exploit*, security issue, security flaw, security researcher, xss, csrf, sql injection, breach, breached, data leak, leaked, hacked, hacker*, compromised, unauthorised access, unauthorized access, unauthorised, suspicious, phishing, malware, ransomware, bug bounty, responsible disclosure, exposed, penetration test, pentest, someone else's data, other people's data, see other customers, stolen, fraud, fraudulent, spoof*, fake email, soc 2, iso 27001, cve",
  injection:
    "ignore previous, ignore all previous, ignore your instructions, ignore the above, disregard previous, disregard all, disregard your, previous instructions, system prompt, as an ai, ai assistant, ai model, language model, note to ai, instructions for the ai, to the assistant, you are now, automated system, developer mode, jailbreak, override your, mark this as, mark this email, classify this, forward all, reply with the, output the, system:, assistant:, chatgpt, llm",
  safety:
    "smoke, fire, caught fire, flames, burn*, injured, injury, bleeding, gas smell, smell of gas, gas leak, carbon monoxide, electric shock, shock, sparks, sparking, explod*, exploded, overheat*, unsafe, dangerous, danger, hazard*, allergic reaction, hospital, sick, poisoned, choking, accident, ambulance, swelling, glass in, child",
  please: "please, pls, plz, could you, would you, would you mind, kindly, grateful if, be so kind",
  sorry: "sorry, apologies, apologise, apologize, excuse, my bad, my mistake, my fault, forgive",
  formal:
    "dear sir, dear madam, dear sirs, to whom it may concern, yours faithfully, yours sincerely, sincerely, respectfully, dear mr, dear ms, dear mrs, dear dr, regards, dear hiring, dear team",
  informal:
    "hi, hey, hiya, hello, yo, howdy, heya, morning, cheers, thx, u, ur, gonna, wanna, cos, cuz, idk, tbh, btw, pls, lol, ok, yeah, yep, nope, hi there, hi guys, guys",
  question: "what, when, where, which, who, why, how",
  canyou:
    "can you, could you, would you, can someone, could someone, can somebody, could somebody, can anyone, will you, are you able, someone please, somebody please, can we, could we, can i, could i, may i, may we, is it possible",
  not: "not, no, never, none, nothing, don't, dont, didn't, didnt, isn't, isnt, hasn't, haven't, wasn't, aren't, without, neither, nor",
  i: "i, i'm, im, i've, ive, i'd, i'll, me, myself",
  we: "we, we're, we've, we'd, we'll, us, ourselves",
  you: "you, you're, you've, you'd, you'll, u",
  my: "my, mine",
  our: "our, ours",
  your: "your, yours, ur",
};
