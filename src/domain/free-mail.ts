/** Hosts where anybody can have an address: such a domain says nothing about a company. */
const HOSTS = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com icloud.com me.com
  mac.com aol.com proton.me protonmail.com pm.me fastmail.com fastmail.fm hey.com zoho.com zohomail.com gmx.com gmx.net
  mail.com email.com inbox.com tutanota.com tuta.com tuta.io hushmail.com duck.com qq.com 163.com 126.com sina.com sohu.com
  foxmail.com yeah.net naver.com daum.net hanmail.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
  yahoo.co.jp nifty.com biglobe.ne.jp ocn.ne.jp gmx.de gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de
  mailbox.org vodafone.de aon.at chello.at bluewin.ch hispeed.ch orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr
  bbox.fr numericable.fr libero.it virgilio.it alice.it tin.it tiscali.it fastwebnet.it telefonica.net terra.es ya.com
  sapo.pt mail.pt clix.pt iol.pt uol.com.br bol.com.br terra.com.br ig.com.br globo.com ziggo.nl kpnmail.nl planet.nl
  xs4all.nl home.nl hetnet.nl casema.nl upcmail.nl telenet.be skynet.be proximus.be scarlet.be btinternet.com
  btopenworld.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk tiscali.co.uk plus.net eircom.net
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com optonline.net
  rogers.com shaw.ca sympatico.ca videotron.ca bell.net telus.net bigpond.com bigpond.net.au optusnet.com.au iinet.net.au
  xtra.co.nz telkomsa.net mweb.co.za wp.pl o2.pl onet.pl op.pl interia.pl gazeta.pl poczta.fm vp.pl seznam.cz email.cz
  centrum.cz volny.cz azet.sk centrum.sk zoznam.sk freemail.hu citromail.hu t-online.hu yahoo.ro telia.com telia.se
  bredband.net bredband2.com spray.se comhem.se online.no broadpark.no mail.dk jubii.dk tdcadsl.dk stofanet.dk
  elisanet.fi kolumbus.fi luukku.com suomi24.fi saunalahti.fi mail.ru bk.ru list.ru inbox.ru inbox.lv inbox.lt mail.ee yandex.ru yandex.com ya.ru
  rambler.ru ukr.net i.ua meta.ua abv.bg mail.bg otenet.gr forthnet.gr hotmail.gr windowslive.com mynet.com superonline.com
  rediffmail.com sify.com indiatimes.com walla.co.il walla.com`.split(/\s+/),
);
/** Providers that give every country a domain of its own. */
const FAMILIES = /^(?:yahoo|ymail|hotmail|outlook|live|gmx|aol|googlemail)\.(?:[a-z]{2,3}|com?\.[a-z]{2}|com)$/;

export const isFreeMail = (domain: string): boolean => HOSTS.has(domain) || FAMILIES.test(domain);
