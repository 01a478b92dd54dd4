import type { Lexicon } from "./concepts.ts";

export const fr: Lexicon = {
  price:
    "prix, tarif*, coût*, coûte, combien, coûterait, grille tarifaire, frais, cher, moins cher, par mois, par personne, par tête, ordre de prix, facturez-vous",
  quote: "devis, offre de prix, proposition, offre commerciale, chiffrage, estimation, proposition commerciale",
  demo: "démo*, démonstration*, présentation*, nous montrer, me montrer, présenter votre",
  trial: "essai*, essayer, tester, échantillon*, version d'essai, période d'essai, pilote, gratuit",
  buy: "acheter, achat, commander, acquérir, souscrire, m'inscrire, nous inscrire, inscription, louer, location, réserver, passer commande, m'abonner, nous abonner, devenir client, ouvrir un compte, nouveau client",
  interest:
    "intéress*, à la recherche, recherchons, cherche, cherchons, renseign*, informations, envisag*, souhait*, aimerais savoir, en savoir plus, recommand*, projet, j'aimerais, nous aimerions, voudrais, voudrions, conseillé",
  need: "besoin*, il nous faut, il nous faudrait, il me faudrait, nécessit*, exigences, actuellement, pour l'instant, cahier des charges, nous sommes une, remplacer",
  compare:
    "compar*, concurren*, alternative*, autre fournisseur, autres fournisseurs, prestataire actuel, fournisseur actuel, différence, autre devis, opérateur actuel",
  bulk: "grossiste*, revendeur*, en gros, quantité*, salariés, collaborateurs, employés, postes, sites, boutiques, agences, personnes, unités, pièces, licences, convives, couverts, palettes, comité d'entreprise, professionnel*, cse",
  discount:
    "remise*, réduction*, rabais, ristourne*, code promo, tarif réduit, tarif préférentiel, geste commercial, bon de réduction, association",
  budget: "budget*, enveloppe, maximum, plafond, autour de, tout compris",
  available: "disponib*, en stock, rupture, délai*, places libres, créneau*, encore libre, encore disponible",
  doyou:
    "proposez-vous, avez-vous, faites-vous, livrez-vous, vendez-vous, est-ce que vous proposez, est-ce que vous avez, est-ce que vous faites, est-ce que vous livrez, acceptez-vous, est-il possible, serait-il possible, pouvez-vous fournir, pourriez-vous fournir, est-ce compatible, prenez-vous, travaillez-vous, vous faites aussi, y a-t-il",
  visit:
    "visite*, passer voir, venir voir, rendez-vous, rdv, rappeler, rappelez, appeler, sur place, rencontrer, rencontre, se déplacer, déplacer, showroom, entretien téléphonique, échanger",
  tender:
    "appel d'offres, consultation, marché public, cahier des charges, dossier de consultation, date limite de remise, soumission*",
  event:
    "mariage*, anniversaire*, séminaire*, fête*, événement*, soirée*, groupe, sortie scolaire, classe, congrès, réception*, comité, baptême, arbre de noël",
  booking:
    "réserv*, chambre*, table, nuit, nuits, nuitées, séjour*, arrivée, départ, billets, places, cours, vol, billet",
  order: "commande*, commandé*, numéro de commande, panier, acheté*",
  delivery:
    "livr*, colis, expédi*, expédition*, transporteur*, suivi, acheminement, livreur, point relais, douane, arrivé, envoyé, réception",
  broken:
    "cassé*, abîmé*, endommag*, défectueu*, défaut*, fissur*, déchir*, fuit, fuite*, rayé*, rayure*, en panne, tordu*, taché*, tache*, hors service, brisé*, moisissure, rouille*, décollé*, usé*, bruit",
  fails:
    "ne fonctionne pas, ne fonctionne plus, ne marche pas, ne marche plus, fonctionne plus, marche plus, fonctionnent plus, erreur*, bug*, bloqué*, plante, panne*, impossible, problème*, souci*, n'arrive pas, n'arrivons pas, n'apparaissent plus, ne s'affiche, ne reçois, ne recevons, disparu*, ne peux pas, ne pouvons pas, ne s'ouvre, ne charge, depuis la mise à jour, anomalie, dysfonction*, coupe, coupé, coupure, n'arrivent plus, n'arrive plus, ne reçoivent plus, ne reçoit plus, n'arrivent pas",
  login:
    "mot de passe, connexion, connecter, identifiant*, accès, accéder, compte bloqué, code de vérification, réinitialis*, se connecter, espace client",
  howto:
    "comment, où puis-je, où trouver, faut-il, dois-je, devons-nous, puis-je, peut-on, est-ce que je peux, est-ce normal, est-ce que je dois, que faire, à quoi sert, comment faire, quelle est la marche, suffit-il, est-il possible de modifier, peut on",
  return: "retour*, retourner, renvoyer, renvoi*, échang*, rétractation, rendre, trop grand, trop petit, bon de retour",
  warranty: "garantie*, sav, pièce détachée, pièces détachées, remplac*, sous garantie",
  missing:
    "manque, manquant*, jamais reçu, pas reçu, perdu*, jamais arrivé, pas arrivé, toujours pas reçu, incomplet*, introuvable, toujours rien, où est, où en est, rien reçu, pas encore reçu",
  wrong: "erreur, erroné*, mauvais*, au lieu de, ne correspond pas, inexact*, faux, fausse, incorrect*, trompé*",
  change:
    "modifi*, changer, changement*, changé, déplacer, reporter, décaler, mettre à jour, ajouter, supprimer, transfér*, repousser, avancer, prolonger, suspendre",
  cancel: "annul*, résili*, désabonn*, désinscri*, mettre fin, rompre",
  account:
    "mon compte, notre compte, compte, numéro client, n° client, profil, espace client, adhérent*, abonné*, numéro de contrat, application, utilisateur*, sociétaire",
  appointment: "rendez-vous, rdv, ma réservation, notre réservation, mon rendez-vous, créneau, séance*",
  repair:
    "répar*, technicien*, dépann*, intervention*, installateur*, plombier, entretien, maintenance, installer, installation, venir voir, pose, poser",
  waiting:
    "attends, attendons, toujours pas, sans réponse, aucune réponse, pas de réponse, personne, depuis des semaines, depuis plusieurs, encore une fois, relance*, troisième fois, deuxième fois, toujours rien, pas de nouvelles, aucune nouvelle, on m'a dit, promis, depuis lundi, depuis le",
  status:
    "où en est, quand, suivi de, état de, avancement, délai, combien de temps, date de livraison, avez-vous reçu, bien reçu",
  setup:
    "configur*, paramétr*, paramètre*, synchronis*, export*, import*, api, intégr*, connecter, droits, rôle*, activer, désactiver, télécharg*, modèle*, installer, migration, domaine, dns",
  technical:
    "écran, bouton, navigateur, version, mise à jour, logiciel, serveur, appareil, batterie, chargeur, câble, wifi, box, routeur, moteur, pompe, vanne, chaudière, chauffage, imprimante, filtre, capteur, capture d'écran, fermeture, vis, code erreur, numéro de série",
  outage:
    "en panne, hors ligne, plus rien ne, plus personne, indisponible*, inaccessible*, toute l'équipe, tous les sites, depuis ce matin, plus de chauffage, plus d'eau, plus d'internet, plus internet, à l'arrêt, coupure générale, panne générale",
  owns: "j'ai acheté, nous avons acheté, j'ai commandé, nous avons commandé, nous utilisons, j'utilise, client depuis, cliente depuis, clients depuis, mon abonnement, notre abonnement, notre contrat, mon contrat, j'ai reçu, nous avons reçu, j'ai réservé, nous avons réservé, j'ai payé, votre technicien, votre collègue, votre livreur, mon nouveau, ma nouvelle, j'ai souscrit, abonné depuis, chez vous depuis",
  invoice: "facture*, facturé*, facturation, numéro de facture, avoir, note de crédit, note d'honoraires, refacturer",
  charge: "prélev*, prélevé*, prélèvement*, débit*, débité*, facturé*, relevé bancaire, relevé de compte, encaissé*",
  refund: "rembours*, remboursement*, avoir, recrédit*, indemnis*, dédommag*, restituer, caution, restitution",
  pay: "pay*, payer, payé, paiement*, régler, réglé*, règlement*, virement*, versement*, acompte*, échéance*, solde, montant*, mensualité*, chèque",
  double: "deux fois, double, doublon*, en double, 2 fois, deux prélèvements, deux factures",
  overdue:
    "impayé*, retard de paiement, relance, échue*, échu, mise en demeure de payer, rappel, en attente de règlement, pénalités, recouvrement, contentieux",
  tax: "tva, taxe*, hors taxes, ttc, fiscal*, impôt*, siret, siren, exonér*, autoliquidation, numéro de tva, intracommunautaire",
  bank: "iban, bic, rib, coordonnées bancaires, compte bancaire, virement bancaire, sepa, mandat, banque",
  card: "carte bancaire, carte bleue, carte de crédit, cb, carte expirée, nouvelle carte, numéro de carte, paypal, moyen de paiement",
  po: "bon de commande, numéro de bon, numéro d'engagement, chorus, service comptable, comptabilité fournisseurs, adresse de facturation, code fournisseur, référence de commande, raison sociale",
  receipt:
    "reçu, justificatif*, relevé, attestation*, duplicata, copie de la facture, comptab*, expert-comptable, note de frais, notes de frais, clôture",
  subscription:
    "abonnement*, renouvel*, mensuel*, annuel*, formule*, forfait*, engagement, reconduction, adhésion, cotisation*, passer à l'offre, supérieure, inférieure",
  correct:
    "corrig*, correction, rectif*, rectificative, rééditer, refaire, expliquer, explication*, contest*, litige, convenu, trop élevé, justifier, revoir, régularis*, éclaircissement*",
  pitch:
    "nous aidons, j'aide, nous accompagnons, j'accompagne, augmentez, boostez, développez, votre chiffre d'affaires, vos concurrents, votre secteur, entreprises comme la vôtre, sans engagement, audit gratuit, analyse gratuite, gratuitement, garanti*, notre solution, gagner du temps, gagnez, réduire vos, réduisez, optimis*, nouveaux clients, plus de clients, performant*, clé en main, votre site",
  marketing:
    "référencement, seo, google, première page, backlink*, article sponsorisé, réseaux sociaux, publicité*, campagne*, prospects, leads, agence, visibilité, site internet, refonte, base de données, fichier, annuaire, influenceu*, communication, marketing, avis google, encart, sponsoring, trafic, emailing",
  ask_time:
    "15 minutes, 20 minutes, 10 minutes, 30 minutes, quart d'heure, bref échange, court échange, échange téléphonique, êtes-vous disponible, seriez-vous ouvert, seriez-vous disponible, la bonne personne, bon interlocuteur, interlocuteur, qui s'occupe, qui est en charge, puis-je vous, je peux vous envoyer, souhaitez-vous, créneau, agenda, la semaine prochaine",
  intro:
    "nous sommes une, leader, fabricant*, spécialis*, notre société, notre entreprise, notre agence, nos services, nos produits, notre catalogue, notre gamme, fondateur, fondatrice, cofondateur, directeur commercial, responsable commercial, je me présente, permettez-moi, nous proposons, nous fabriquons, je représente, chargé d'affaires",
  supply:
    "notre facture, ci-joint notre, ci-joint la facture, veuillez trouver ci-joint, vous trouverez ci-joint, votre commande chez nous, hausse de prix, hausse tarifaire, nouveaux tarifs, bon de livraison, marchandise*, palettes, chargement, enlèvement, maintenance programmée, travaux, bailleur, locataire*, syndic, loyer, échéance, votre fournisseur, fermeture annuelle, congés annuels, nos conditions, nos coordonnées bancaires, merci de procéder au règlement, à régler avant, date d'échéance, chers partenaires, cher client, chers clients, réapprovisionnement, retard de livraison de",
  partner:
    "partenari*, partenaire*, collabor*, affili*, commission, sponsor*, exposant*, stand, co-marketing, apporteur d'affaires, ambassad*",
  compliment:
    "en visitant votre site, sur votre site, tombé sur, j'ai remarqué, j'ai vu que vous, félicitations pour, découvert votre, j'ai découvert",
  bump: "je me permets de revenir, je reviens vers vous, relancer, suite à mon, mon précédent, mon dernier message, mon dernier mail, avez-vous eu le temps, avez-vous pu, dernière relance, je me permets de vous relancer",
  optout:
    "pas intéressé, si ce n'est pas le moment, ne plus recevoir, stop, répondez stop, se désinscrire, sinon dites-le moi",
  staffing: "candidat*, cabinet de recrutement, intérim*, recruteur, recrutement, chasseur de têtes, profils, talents",
  clients:
    "nos clients, parmi nos clients, ils nous font confiance, étude de cas, cas client, références, plus de 200, des centaines",
  apply:
    "candidature*, postul*, candidat*, candidature spontanée, lettre de motivation, entretien, embauche, rejoindre votre équipe, rejoindre vos équipes, travailler chez vous, recrutez-vous, recrutez, disponible immédiatement, préavis",
  cv: "cv, curriculum*, diplôme*, portfolio, book",
  job: "emploi*, poste*, offre d'emploi, annonce, cdi, cdd, temps partiel, temps plein, job, saisonnier*, travail, mi-temps, job étudiant, job d'été, extra, vacataire",
  intern:
    "stage*, stagiaire*, alternance, alternant*, apprenti*, apprentissage, stage de troisième, service civique, convention de stage",
  experience:
    "expérience*, ans d'expérience, diplômé*, formation, licence, bts, bac, master, compétences, permis b, j'ai travaillé, parcours, motivé*, sérieux, étudiant*, bilingue",
  reference:
    "références professionnelles, ancien salarié, ancienne salariée, ancien employé, ancien employeur, certificat de travail, attestation employeur, attestation de travail",
  salary: "salaire*, rémunération, prétentions, smic, brut",
  privacy:
    "rgpd, données personnelles, données à caractère personnel, droit d'accès, effacement, droit à l'oubli, supprimer mes données, mes données, cnil, dpo, article 15, article 17, consentement, protection des données",
  lawyer:
    "avocat*, cabinet d'avocats, conseil juridique, mon client, ma cliente, notre client, juridique*, notaire, huissier*, commissaire de justice, mandataire, protection juridique",
  court:
    "tribunal*, plainte*, procédure*, assignation, justice, poursuite*, gendarmerie, police, réquisition*, instance, conciliateur, médiateur, médiation, judiciaire*, juge, prud'hommes, greffe",
  copyright:
    "droit d'auteur, droits d'auteur, contrefaçon*, marque, propriété intellectuelle, sans autorisation, sans mon autorisation, retrait, cessez, mise en demeure, droit à l'image, ma photo, mes photos, brevet",
  contract:
    "contrat*, avenant*, clause*, accord de confidentialité, dpa, sous-traitan*, conditions générales, responsabilité, signature, contresign*, juridiction, relecture",
  damages:
    "dommages*, dommages et intérêts, préjudice*, indemnisation, blessé*, blessure, accident*, hôpital, sinistre*, assurance*, responsable, réclamation, chute, chuté, allerg*",
  statute:
    "conformément, article, loi, code civil, code de la consommation, sous 8 jours, sous quinze jours, sous 15 jours, dans un délai, par la présente, lettre recommandée, recommandé, mise en demeure, obligation légale, légal*, en vertu, à défaut, faute de quoi, délai légal",
  regulator:
    "dgccrf, ombudsman, autorité*, répression des fraudes, préfecture, mairie, inspection, médiateur de la consommation, ministère, signalement, ufc, que choisir, rappel",
  digest:
    "newsletter*, infolettre, lettre d'information, cette semaine, au sommaire, sommaire, édition, numéro, actualité*, actus, rédaction, tendances, magazine, revue de presse",
  unsubscribe:
    "se désabonner, se désinscrire, désabonner, vous recevez cet, vous recevez ce, gérer mes préférences, version en ligne, voir dans le navigateur",
  readmore: "lire la suite, en savoir plus, lire l'article, découvrir, je découvre, voir plus, télécharger le guide",
  release:
    "nouveauté*, nouvelle fonctionnalité, nouvelles fonctionnalités, désormais disponible, version, annonce, lancement, vient de sortir",
  webinar:
    "webinaire*, inscrivez-vous, salon, conférence*, atelier*, places limitées, intervenants, programme, journée portes ouvertes",
  sale: "soldes, promo*, promotion*, profitez, jusqu'à, dernière chance, offre exclusive, livraison offerte, vente privée, vente flash, j'en profite, code, black friday, dernier jour",
  prize: "gagné, gagnant*, loterie, héritage, bénéficiaire, millions, défunt*, succession, tirage, don de, veuve, legs",
  verify:
    "vérifi*, confirmez, confirmer votre, compte suspendu, suspendu, suspension, boîte pleine, stockage, quota, activité inhabituelle, mettre à jour vos, sécurité de votre compte, sous 24 heures, sous 24h, sous 48h, expir*, désactivé*, restreint*, identité, réactiver, carte vitale, amende*, antai",
  invest:
    "bitcoin, crypto*, investi*, prêt*, crédit*, financement, rendement, trading, gagner de l'argent, capital, taux",
  giftcard:
    "cartes cadeaux, carte cadeau, coupons, pcs, transcash, êtes-vous disponible, es-tu disponible, es-tu au bureau, tâche, service à te demander, un service, discret*, en réunion, numéro de portable, virement urgent, confidentiel*, neosurf",
  bankchange:
    "nouveau rib, changement de rib, nouvelles coordonnées bancaires, changement de coordonnées, coordonnées bancaires ont changé, nouveau compte, ancien compte, changé de banque, nouvel iban, domiciliation",
  lure: "cliquez ici, cliquez, cliquer, lien ci-dessous, ouvrir la pièce, consulter le document, document partagé, message vocal, frais de douane, frais de livraison, régulariser, colis en attente, téléchargez, action requise, payer maintenant, dernier rappel, qr code, accéder au document",
  secrecy:
    "confidentiel*, strictement confidentiel, discrétion, secret*, ne parlez, n'en parle, ne pas appeler, injoignable par téléphone",
  adult: "viagra, casino, rencontre*, coquin*, sexe, maigrir, perte de poids, paris, célibataire*",
  blackmail:
    "webcam, piraté, vos contacts, enregistré, appareil, chantage, avis négatifs, mots de passe, portefeuille bitcoin",
  kindly:
    "cher ami, bien aimé, cher utilisateur, chère utilisatrice, que dieu, attention, salutations distinguées à vous, veuillez me contacter",
  family:
    "maman, papa, mamie, papi, fille, fils, mari, femme, enfants, crèche, école, sœur, frère, dîner, chéri*, chat, chien, tante, oncle",
  office:
    "frigo, cuisine, lait, café, déjeuner, gâteau, clés, clefs, salle de réunion, parking, imprimante, toner, oublié, pot de départ, cagnotte, à tous, bonjour à tous, coucou, collègues, planning, congés, télétravail, malade",
  wrongperson:
    "erreur de destinataire, mauvaise adresse, par erreur, ne m'est pas destiné, ne vous est pas destiné, transférer, mauvais destinataire, homonyme, faire suivre, pas le bon",
  affection: "bisous, biz, bises, bise, je t'embrasse, gros bisous, mdr, week-end, apéro, barbecue, à ce soir, tchin",
  absence:
    "absent*, absence, congé*, en congé, congés, réponse automatique, de retour, congé maternité, ne fait plus partie, en cas d'urgence, pendant mon absence, jusqu'au, accès limité, message automatique",
  undelivered:
    "non remis, échec de la remise, n'a pas pu être remis, destinataire inconnu, non distribué, boîte aux lettres pleine",
  press:
    "journalist*, presse, rédact*, interview*, article, reportage, magazine, journal, radio, bouclage, porte-parole, télévision, enquête, média*",
  survey:
    "enquête*, sondage*, questionnaire, statistique*, insee, étude*, mémoire, thèse, université, recherche, mairie, chambre de commerce, cci, chambre des métiers, recensement, riverains, travaux de voirie, obligatoire",
  autoack:
    "nous avons bien reçu, bien reçu votre, votre demande a été, accusé de réception, ne pas répondre, numéro de dossier, votre ticket, généré automatiquement, envoyé automatiquement, prise en compte, a accepté, a refusé",
  charity:
    "association*, don, dons, tombola, bénévol*, caritati*, kermesse, lots, solidarité, subvention, mécénat, loto",
  student: "étudiant*, élève*, lycé*, collège, projet scolaire, exposé, tpe, mémoire, professeur*, classe",
  thanks: "merci, remerci*, reconnaissant*",
  praise:
    "super, génial*, parfait*, excellent*, ravi*, content*, satisfait*, formidable, magnifique*, bravo, top, adore, adorons, sympa, agréable, plaisir, enchanté*, impatien*",
  anger:
    "inadmissible*, inacceptable*, scandal*, honte*, déçu*, décev*, furieu*, ras le bol, marre, mécontent*, réclamation*, lamentable*, catastroph*, nul, nulle, arnaque*, n'importe quoi, ridicule, incompétent*, intolérable, se moque, moquer, vol, voleurs, plus jamais, insupportable, colère, malheureusement, regrett*, abus*, honteux, foutage, exaspér*",
  insult:
    "connard*, salaud*, escroc*, voleur*, idiot*, imbécile*, merde, crétin*, abruti*, menteur*, ordure*, bande de, incapables, enfoiré*, pourri*",
  urgent:
    "urgent*, urgence, au plus vite, immédiat*, dès que possible, rapidement, aujourd'hui, ce matin, ce soir, dans les plus brefs délais, vite, sans délai",
  deadline:
    "avant vendredi, avant lundi, d'ici, au plus tard, avant le, demain, cette semaine, semaine prochaine, date limite, avant noël, ce week-end, samedi, à temps",
  leave:
    "résilier, résiliation, changer d'opérateur, changer de fournisseur, changer de prestataire, concurrence, partir, quitter, aller voir ailleurs, voir ailleurs, ne pas renouveler, ne renouvellerai, ne renouvellerons, dernière commande, autre prestataire, je résilie, nous résilions, résilie*, mettre fin au contrat, mettre fin à mon, mettre fin à notre, je m'en vais, nous partons, je pars, vous quitter, vous quittons, vous quitte, aller ailleurs, irai ailleurs, irons ailleurs, autre fournisseur, autre opérateur, à la concurrence, annuler mon abonnement, annuler notre abonnement, arrêter mon abonnement, perdre un client, perdu un client, plus jamais, sans renouvellement, préavis",
  security:
    "faille*, vulnérab*, pirat*, fuite de données, usurp*, phishing, hameçonnage, suspect*, frauduleu*, fraude*, sécurité, intrusion, malveillant*, virus",
  injection:
    "ignore les instructions, ignorez les instructions, instructions précédentes, assistant ia, intelligence artificielle, modèle de langage, prompt système, consigne pour",
  safety:
    "fumée, feu, incendie, brûl*, gaz, odeur de gaz, électrocut*, étincelle*, blessé*, danger*, explos*, surchauff*, monoxyde, allerg*, urgences",
  please: "s'il vous plaît, svp, s'il te plaît, stp, merci de, veuillez, je vous prie, vous serait-il",
  sorry: "désolé*, excus*, pardon, navré*",
  formal:
    "madame, monsieur, madame monsieur, cordialement, veuillez agréer, salutations distinguées, bien cordialement, respectueuses",
  informal: "bonjour, salut, coucou, hello, bonsoir, re, bon, ben, ok, à plus, bonne journée",
  question: "que, quand, où, quel, quelle, quels, quelles, qui, pourquoi, comment, est-ce que",
  canyou:
    "pouvez-vous, pourriez-vous, est-ce que vous pouvez, vous pourriez, peux-tu, pourrais-tu, quelqu'un peut, quelqu'un pourrait, pourrait-on, pouvons-nous, serait-il possible, vous pouvez, est-il possible",
  not: "pas, ne, jamais, aucun, aucune, rien, sans, ni, non, plus",
  i: "je, j'ai, moi, me, suis",
  we: "nous, on",
  you: "vous, tu, te, toi",
  my: "mon, ma, mes",
  our: "notre, nos",
  your: "votre, vos, ton, ta, tes",
};
