import { byWord } from "../../text/by-word.ts";
import { fold } from "../../text/tokens.ts";

/**
 * Common first names, folded: they tell "Mehmet Adler" from "Islay Ferries" where the address is an office's. A name that is
 * missing here costs little, because most people write from an address that spells them.
 */
const NAMES = new Set(
  `aaron abby abdul abdullah abigail achim adam adele adrian adriana agata agnes agnieszka ahmad ahmed aidan aiko aino aisha
  alain alan albert alberto aldo aleksander aleksandra alena ales alessandra alessandro alessia alex alexa alexander alexandra
  alexandre alexandru alexis alfonso alfred ali alice alicia alina aline alison allison alma alvaro amanda amber amelia amelie
  amina amir amit amy ana anabel anais anand anders andre andrea andreas andreea andrei andres andrew andrzej andy anette
  angel angela angelika angelo anika anil anita anja anke ann anna anne anneke annelies annelise annemarie annette annie annika
  anthony antje antoine anton antonella antonia antonio antony anu aoife april ariel arjun arlene armando arne arnaud arthur
  artur arturo arvid asa ashley asia astrid athena attila audrey august augusto aurelie aurora axel ayesha ayse barbara barry
  bart bartosz bas bastian bastien beata beate beatrice beatriz becky ben benedikt benjamin benoit berit bernadette bernard
  bernd bernhard bert bertrand beth betty bettina beverly bianca bill billy birgit birgitta bjorn bo bob bogdan bonnie boris
  bozena brad bradley bram brandon brenda brendan brent bret brett brian bridget brigitte britta brooke bruce bruno bryan
  burak calvin cameron camilla camille carina carl carla carlo carlos carmen carol carolina caroline carolyn carsten casey
  catalina catarina caterina catherine cathy cecile cecilia cedric celeste celia celine cesar chad chantal charlene charles
  charlie charlotte chelsea cheryl chiara chloe chris christa christel christian christiane christina christine christoph
  christophe christopher cindy claire clara clarissa claude claudia claudio claus clemence clement clive colin colleen colm
  connor conny conor constance corinna corinne cornelia costas courtney craig cristian cristina crystal curtis cynthia dag
  daisy dale damian damien dan dana daniel daniela daniele danielle danny daria dario darren dave david davide dawn dean
  deb debbie deborah declan delphine denis denise dennis derek desiree detlef devin diana diane diego dieter dietmar dimitri
  dimitris dina dirk dmitri dmitry dolores dominic dominik dominika dominique don donald donna dora doris dorota dorothea
  dorothy doug douglas duane duncan dustin dylan earl ebru eddie edgar edith eduard eduardo edward edwin eileen einar elaine
  eleanor elena eleni eleonora elias elif elina elisa elisabeth elise eliza elizabeth elke ella ellen ellie els elsa elvira
  emanuel emil emilia emilie emilio emily emma emmanuel emre enrico enrique eric erica erich erik erika erin ernest ernesto
  ernst erwin esa esteban esther ethan eugene eugenia eva evan evelyn ewa ewald fabian fabien fabio fabrice fatima fatma
  federica federico felicia felipe felix ferdinand fergus fernanda fernando filip filippo fiona flavia flora florence
  florent florian florin frances francesca francesco francis francisco franck francois francoise frank franz fred freddy
  frederic frederick frederik fredrik freya frida friedrich fritz gabi gabor gabriel gabriela gabriele gaby gail gareth gary
  gavin gemma genevieve geoff geoffrey george georges georgia georgina gerald gerard gerd gerhard gernot gianluca gianni
  gilbert gilles gillian gina giorgio giovanni giulia giuseppe gisela glen glenn gloria gonzalo gordon grace graham grainne
  grant greg gregor gregory greta grzegorz guido guillaume guillermo gunnar gunter gunther gustav gustavo guy gwen gyula hakan
  halina hamza hana hank hanna hannah hanne hannes hans harald harold harry harvey hassan hayley hazel heather hector heidi
  heike heiko heiner heinrich heinz helen helena helene helga helmut hendrik henk hennie henri henrik henry herbert hermann
  hilary hilda hilde hildegard hiroshi holger holly horst howard hubert hugh hugo huseyin ian ibrahim ida ignacio igor ilona
  ilse imelda imogen imran ines inga inge ingeborg ingo ingrid irena irene irina iris isaac isabel isabella isabelle ivan
  ivana ivo izabela jaap jack jackie jacob jacqueline jacques jade jakob jakub james jamie jan jana jane janet janice janina
  janine janne jared jarek jason jasmin jasmine javier jay jean jeanne jeff jeffrey jelena jen jennifer jenny jens jeremy
  jerome jerry jesper jess jesse jessica jessie jesus jill jim jimmy jitka jo joachim joan joana joann joanna joanne joao
  joaquin jochen jodie joe joel joelle johan johann johanna johannes john johnny jolanta jon jonas jonathan jordan jorg jorge
  joris jorma jose josef josefina joseph josephine josh joshua josie jost joy joyce juan juana juanita judith judy jukka
  julia julian juliana julianna julie julien juliet juliette julio jun jurgen justin justine justyna kai kaj kamil kamila
  karen kari karim karin karina karine karl karla karlheinz karolina karsten katarina katarzyna kate katerina katharina
  katherine kathleen kathrin kathryn kathy katie katja katrin katy kay kayla keith kelly ken kenji kenneth kenny kerry kerstin
  kevin khaled kiara kim kimberly kirsten kirsti kirsty kjell klara klaus konrad konstantin kris krishna kristen kristian
  kristiina kristin kristina kristine krystyna krzysztof kurt kyle lance lara larry lars laszlo laura lauren laurence laurent
  laurie lea leah leanne lee leena leif leila lena leo leon leonard leonardo leonie leonor leopold leslie leticia lewis liam
  lidia liliana lilian lily lina linda lindsay lindsey linnea lisa lisbeth liz loic lois lola lorena lorenzo loretta lori
  lorna lorraine lothar lotte lou louis louise luc luca lucas lucia lucie lucy ludovic luigi luis luisa luise lukas lukasz luke
  luz lydia lynn maarten maciej madeleine madison mads magali magda magdalena magnus maik maike maja malcolm malgorzata malin
  manfred manon manuel manuela mara marc marcel marcela marcelo marcin marcio marco marcos marcus marek margaret margarita
  margit margot maria mariam marian mariana marianne marie mariela marija marika marilyn marina mario marion marisa marit
  marita marjorie mark marko markus marlene marta martha martin martina martine mary mateusz mathias mathieu mathilde matt
  matteo matthew matthias matthieu matti maureen maurice mauricio maurizio mauro max maxime maximilian maya megan mehmet mei
  mel melanie melinda melissa mercedes meredith mette mia michael michaela michal michel michela michele michelle miguel
  mihai mika mike mikael mikko mila milan milena mina mira miranda mireille miriam miroslav mitchell mohamed mohammad
  mohammed moira molly mona monica monika monique morgan moritz morten muhammad murat murray mustafa myriam nadia nadine
  nadja naomi nasser natalia natalie nataliya natasha nathalie nathan neil nele nelson nguyen niall nick nicola nicolas nicole
  nicoletta niels nigel nikki niklas niko nikola nikolai nikolas nikos nils nina noah noelle noor nora norbert norma norman
  nuno odile olaf olav ole oleg olga oliver olivia olivier olle omar orla oscar oskar osman otto owen pablo paige pam pamela
  paola paolo pascal pascale pat patrice patricia patricio patrick patrik patty paul paula paulette paulina pauline paulo
  pavel pawel pedro peggy penny per pernille pete peter petr petra petri phil philip philipp philippa philippe phillip phyllis
  pia pierre pieter pilar piotr pirjo polly priya przemyslaw quentin rachel radek rafael rafal raimund rainer raj rajesh ralf
  ralph ramon ramona randy raphael raquel raul ravi ray raymond rebecca regina regine reinhard reinhold rene renata renate
  renee reto rhonda ricardo riccardo richard rick rita rob robert roberta roberto robin rocio rodney rodrigo roger roland rolf
  roman romain ron ronald ronnie rosa rosalie rosario rose rosemarie rosemary ross roxana roy ruben rudi rudolf rui rupert
  russell ruth ryan sabine sabrina said sally salvatore sam samantha samir samuel sandra sandrine sandy sanjay santiago sara
  sarah sascha sasha saskia scott sean sebastian sebastien selma serena serge sergei sergey sergio shane shannon sharon shaun
  shawn sheila shelley sheri sherry shirley siegfried signe sigrid silke silvia simon simona simone siobhan slawomir sofia
  sofie solveig sonia sonja sophia sophie soren stacey stacy stan stanislav stefan stefania stefanie stefano steffen stella
  stephan stephane stephanie stephen steve steven stewart stig stuart sue sunil susan susana susann susanna susanne suzanne
  suzy sven svetlana sybille sylvia sylvie sylwia tadeusz takashi tamara tam tammy tania tanja tanya tara tatiana tatjana ted
  teresa terese terje terrence terry thea theo theodor theresa therese thierry thomas thorsten tiago tiffany till tilo tim
  timo timothy tina tobias todd tom tomas tomasz tomek tommy toni tony tor torben tore torsten tove tracey tracy trevor trine
  tristan troy trudy tyler udo ulf uli ulla ulrich ulrike ulrika ursula urszula ute uwe vadim valentin valentina valeria
  valerie vanessa vera veronica veronika veronique vibeke vicente vicki vicky victor victoria vidar viktor viktoria vincent
  vincenzo virginia vivian viviane vladimir volker wade walter waltraud wanda warren wayne wendy werner wiebke wiktor wilfried
  wilhelm will willem william willy wim winston wojciech wolfgang xavier yann yannick yasmin yolanda yosef youssef yuki yusuf
  yvette yvonne zbigniew zdenek zofia zoltan zsolt zuzana`
    .split(/\s+/)
    .filter(Boolean),
);

export const isFirstName = byWord((word) => {
  const parts = fold(word)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return parts.some((part) => NAMES.has(part));
});
