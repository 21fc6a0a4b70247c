/**
 * Awa and Claire, over a year and a half. A line `@day hour:minute` opens a moment; `c` is the client, `h` the house; a word
 * in brackets is the intent, a word after `+` what is joined (see demo/conversation-files.ts). The lines of the orders come
 * from their timelines.
 */
export const AWA_AND_CLAIRE = `
@-572 10:05
c [request] Bonjour Claire, Nora m’a parlé de vous. Elle fête ses trente ans dans deux mois, j’aimerais une robe cocktail.
c Quelque chose qui bouge quand on danse, pas de noir.
h Bonjour Awa, bienvenue. Drapée ou droite ?
c Drapée, je crois. J’ai les épaules larges, je ne sais pas si cela va.
h Au contraire, un drapé part très bien d’une épaule large. Avez-vous une couleur en tête ?
c Framboise. Ou un rouge qui tire sur le rose.
h J’ai un crêpe framboise en réserve, je vous le mets de côté.
h [suggestion] Une seule bretelle, le drapé à gauche, genou découvert. Cela vous laisserait libre de danser.
c Oui ! Exactement.
h Passez samedi pour les mesures, avec les chaussures de la soirée si vous les avez.
@-567 9:12
c Je viens à 11 heures, est-ce toujours bon ?
h Toujours bon. Sonnez, l’atelier est au deuxième étage.
c Parfait, à tout à l’heure.
@-560 14:30
h Le devis est prêt, prenez le temps de le lire.
c Lu. C’est clair, merci pour le détail.
c Je vous fais le virement ce soir.
h Rien ne presse, la coupe commence lundi.
@-548 18:02
h [progress] Le drapé est posé sur le mannequin, il tient tout seul. +cocktail
c Oh, c’est beau.
c Et le bas, il s’arrête là ?
h Deux centimètres plus bas que sur la photo, l’ourlet n’est pas fait.
c Très bien ainsi.
@-533 12:40
h L’essayage vous irait jeudi à 17 heures ?
c Jeudi oui, plutôt 17 h 30 si possible.
h C’est noté, 17 h 30.
@-531 20:15
c Merci pour aujourd’hui. La bretelle me serre un peu quand je lève le bras.
h Je la rallonge d’un demi-centimètre et je la pose plus près du cou.
c Merci, vous êtes rapide.
@-514 11:00
h Elle est prête. Vous pouvez passer quand vous voulez.
c Demain midi !
h Je vous attends.
@-504 10:20
c La soirée était magnifique. Trois personnes m’ont demandé votre adresse.
h Voilà qui fait plaisir à tout l’atelier. Et les épaules ?
c Parfaites. J’ai dansé jusqu’à trois heures.
h Alors la robe a fait son métier.
c Une toute petite tache de vin sur le côté, que puis-je faire ?
h Surtout pas d’eau chaude. Apportez-la, notre teinturier connaît ce crêpe.
c Je passe vendredi.
h Très bien.
@-470 16:10
c La tache est partie, merci encore.
h Avec plaisir.
@-398 9:05
c Bonjour Claire, une question : peut-on raccourcir une robe de ma mère ?
h Souvent oui. Quelle matière ?
c Un bazin riche, brodé à la main au col.
h La broderie ne bouge pas, on remonte par l’ourlet. Apportez-la.
c Ma mère veut garder la longueur derrière.
h Alors un ourlet en biais, plus long dans le dos. C’est joli et cela respecte la broderie.
c Elle dit oui tout de suite.
h Je m’en charge, deux jours de travail.
@-391 17:45
h [progress] L’ourlet est cousu, la broderie n’a pas bougé.
c Elle est ravie. Elle vous embrasse.
h Embrassez-la aussi.
@-330 8:50
c Bonne année à tout l’atelier.
h Bonne année Awa. Qu’elle vous apporte de belles occasions de vous habiller.
@-222 10:30
c [request] Claire, j’ai une cérémonie dans deux mois. Je pense à un caftan, mais pas trop lourd.
h Un caftan de soie lavée, sans doublure au dos, reste léger même en plein été.
c Et les manches ?
h Larges, fendues jusqu’au coude. Vous pouvez les nouer.
c J’aime l’idée. Quelle couleur ?
h [suggestion] Avec votre teint, un ivoire chaud ou un vert de gris. Je vous montre les deux en lumière du jour.
c Vert de gris, je le sens déjà.
h Je prépare un échantillon.
@-216 15:25
h Le devis vient de partir. La broderie du plastron est chiffrée à part, vous pouvez l’ôter.
c Je garde la broderie.
h Bien. Je commande le fil.
@-205 11:15
c Est-ce que le fil est arrivé ?
h Ce matin même. Trois tons, du vert au laiton.
c Montrez-moi !
h [progress] Voici le premier motif, grandeur réelle. +caftan
c Magnifique.
c Vraiment.
c On dirait une feuille de nénuphar.
h C’en est une.
@-190 18:20
h Essayage mercredi prochain ?
c Mercredi 18 heures, après le travail.
h Parfait, je vous garde l’heure.
@-183 21:02
c J’ai oublié mon foulard à l’atelier, je crois.
h Il est sur le portant, plié. Je le glisse avec le caftan.
c Vous êtes un ange.
@-166 10:00
h Le caftan est prêt et repassé. Le foulard aussi.
c J’arrive à midi.
@-160 9:40
c Quelle cérémonie ! Le caftan a tenu toute la chaleur.
h La soie lavée respire, c’est sa politesse.
c Ma tante voudrait le même, en bleu.
h Elle est la bienvenue. Qu’elle demande la maison, quelqu’un la recevra.
@-120 14:05
c Une question de garde-robe : comment ranger le caftan sans le marquer ?
h À plat, avec un papier de soie dans les plis. Jamais sur un cintre fin.
c C’est noté.
@-61 9:30
c [request] Claire, grande nouvelle : ma sœur Fatou se marie. Je suis témoin.
h Toutes mes félicitations à Fatou ! Et à vous, c’est un beau rôle.
c Je voudrais la plus belle robe de ma vie, après celle de la mariée.
h Racontez-moi la fête : le lieu, l’heure, la saison.
c Un soir de février, une orangerie, on danse toute la nuit.
h Une orangerie en hiver, beaucoup de vert et des bougies.
c Voilà.
h Avez-vous vu Clair de lune, sur le site ? Longue, dans le biais, le dos qui vit.
c Je l’ai ouverte dix fois.
h Alors nous savons d’où partir.
@-58 12:10
c [reference] Voici le tissu que j’ai vu chez ma cousine, ce vert-là. +satin
h Émeraude, très profond. J’ai un satin de soie qui s’en approche, en 140 de large.
c Peut-on le voir ?
h Mardi, en lumière du jour, vers 15 heures.
c J’y serai.
@-51 17:20
c C’est le bon vert. Je ne dors plus.
h Dormez, la soie attend.
@-44 10:15
h Pour le dos : couvert jusqu’aux reins ou plus haut ?
c Jusqu’aux reins. Ma mère dit plus haut, mais c’est moi qui la porte.
h Un lien brodé pourrait mettre tout le monde d’accord.
c Quel genre de lien ?
h [sketch] Trois points de chaînette, cousus sur un biais. +lien
c Ma mère approuve.
c Miracle.
h Je garde ce croquis dans votre commande.
@-42 11:30
c La commande est passée, j’ai tout rempli.
h Bien reçue. Je prépare le devis.
@-39 17:10
h Le devis est parti. Il est long, la robe aussi.
c J’ai une question sur le métrage : 4,2 mètres, c’est beaucoup ?
h Le biais mange la largeur. En droit fil il en faudrait trois, mais elle ne danserait pas.
c Alors 4,2.
@-37 9:45
c Bon pour accord, c’est signé.
h Merci de votre confiance. La soie est réservée à votre nom.
c J’ai fait le virement de l’acompte.
h Bien arrivé. +acompte
@-34 15:10
h Les mesures mercredi à 16 h 30, cela vous irait ?
c Oui, je viens avec mes talons de sept.
@-32 18:40
h Voici vos mesures, quatorze points. Votre épaule droite est un peu plus basse, j’en tiens compte.
c Personne ne me l’avait jamais dit.
h Personne ne la voit. La robe, si.
@-27 8:15
c Je ne peux rien porter avec du nickel, je vous l’avais dit ?
h Non, merci de le dire. Agrafes en laiton nu, alors, et une bride de tissu derrière.
c Parfait.
@-20 10:00
h [progress] Le patron est tracé, papier sur la table. La traîne fait 20 centimètres.
c Je peux la faire plus petite ? J’ai peur de marcher dessus.
h Dix centimètres, et un bouton pour la relever en dansant.
c Vous pensez à tout.
@-14 12:30
c Fatou voudrait voir une photo de la toile quand elle sera prête.
h Avec plaisir. Elle pourra venir à l’essayage.
@-7 10:30
h Le bon à couper est prêt, version 1. Ne signez qu’après la toile.
c J’attends la toile.
@-3 17:20
h [progress] La toile est montée. Elle est écrue, ne vous effrayez pas : c’est un brouillon cousu. +toile
c On voit déjà tout.
c Le drapé du devant, il restera aussi large ?
h Oui, en satin il tombera davantage.
h [suggestion] Pour le dos, je propose de baisser le décolleté de deux centimètres : le lien respirera.
c D’accord pour deux centimètres.
@-2 16:45
c J’ai essayé les chaussures avec la longueur de la toile, cela fonctionne.
h Très bien. Marchez un peu avec d’ici demain, on ajustera l’ourlet sur vous.
c Promis.
c J’ai même dansé dans le couloir.
h La meilleure épreuve qui soit.
@-1 11:02
c Est-ce que je dois apporter quelque chose demain ?
h Les chaussures, le soutien-gorge prévu, et Fatou si elle veut.
h Une bretelle plus large changerait peu de chose au dos, mais elle soutiendrait mieux. À voir sur vous, à la taille.
@0 8:31
c [reference] Ici, sur l’épaule, le tissu plisse un peu quand je lève le bras. +remarque
h [sketch] J’ouvre l’emmanchure d’un centimètre et demi. Le pli disparaît. +emmanchure
c Je comprends mieux avec le dessin, merci.
h Pensez à venir avec vos chaussures demain.
@0 9:38
c C’est dans le sac.
c Et pour les bretelles, est-ce qu’on peut les faire plus larges ?
`;
