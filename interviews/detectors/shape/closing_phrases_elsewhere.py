"""The same in German, French, Spanish and Italian, as far as their interviewers' usual words go.

For each language the acts by name, with their phrases; how these are written stands in ``closing_phrases``.
"""

from __future__ import annotations

from collections.abc import Mapping

GERMAN = {
    "THANKING": r"""
(danke|dank|bedanke|bedanken|danken|dankeschön)( \S+){0,7}? für( \S+){0,3}? (gespräch|interview|
    unterhaltung|zeit|
    besuch|einladung|kommen|geduld|offenheit|offenen|einblicke?|auskünfte?|gastfreundschaft)
(danke|dank|bedanken|dankeschön)( \S+){0,4}? dass (sie|du|ihr|ich|wir)( \S+){0,5}? (waren|warst|gekommen|
    genommen|durfte|
    durften|haben|sind)
""",
    "PLEASURE": r"""
(hat|es hat) (mich|uns) (\S+ )?gefreut
(war|es war) ((mir|uns) )?(eine|ein) (\S+ )?(freude|vergnügen|ehre|genuss)
schön dass (sie|du|ihr) (da|hier|bei)
""",
    "LEAVING": r"""
auf (wiedersehen|wiederhören|wiederschauen|bald)
(tschüss|tschüs|servus|ade)
bis (bald|dann|später|morgen|demnächst|zum nächsten|nächste|nächsten|die tage)
(machen sie|macht|mach) (es|s) gut
(machs|mach's|macht's) gut
kommen sie gut (heim|nach|an|zurück)
gute (fahrt|heimreise|heimfahrt|nacht|reise)
(schönen|einen schönen) (tag|abend|feierabend|sonntag|nachmittag|urlaub|gruß)( \S+)?( \S+)?$
(grüßen sie|grüß|schöne grüße|schönen gruß)
""",
    "WRAPPING": r"""
(damit|hiermit|somit) (sind|wären|kommen) wir( \S+)? (am|zum) (ende|schluss)
(das war's|das wars|das war es|das wär's)( \S+){0,2}$
(so viel|soviel) für heute
(unsere|die) (zeit|sendezeit) ist (um|vorbei|abgelaufen|rum)
(belassen|lassen) wir es (dabei|damit)
hier (machen|hören) wir (schluss|auf)
(müssen|sollten) (wir )?(hier |jetzt |leider )*(aufhören|schließen|schluss)
ich will sie nicht (länger|weiter)
(will|möchte) sie nicht länger aufhalten
""",
    "WISHING": r"""
alles gute
viel (glück|erfolg|spaß)
gutes gelingen
(wünsche|wünschen|wünsch) ((wir|ich) )?(ihnen|dir|euch|ihm|ihr)
""",
    "AUDIENCE": r"""
(hörerinnen|hörer|leserinnen|leser|zuschauer|zuschauerinnen|zuhörer)
fürs (zuhören|lesen|einschalten|zuschauen|zusehen)
(nächste|kommende) (woche|folge|ausgabe|sendung)
""",
    "PLAIN_THANKS": r"""
(danke|dankeschön|merci)
(vielen|herzlichen|besten|schönen) dank
(bedanke|bedanken) (mich|uns)
""",
}

FRENCH = {
    "THANKING": r"""
(merci|remercie|remercions)( \S+){0,5}? (pour|de|d'avoir|d'être)( \S+){0,3}? (entretien|interview|temps|
    temps-là|
    conversation|accueil|visite|venu|venue|reçu|reçus|répondu|accordé|accepté|avec nous|parmi nous|
    témoignage)
""",
    "PLEASURE": r"""
(c'était|ce fut|ça a été) un (\S+ )?(plaisir|bonheur|honneur)
(ravi|ravie|heureux|heureuse|content|contente) de vous avoir
(plaisir|honneur) de vous (avoir|recevoir|entendre|écouter|parler|rencontrer)
""",
    "LEAVING": r"""
au revoir
à (bientôt|demain|tout à l'heure|la prochaine|la semaine|très vite|plus tard|jeudi|lundi)
bonne (journée|soirée|nuit|route|fin|semaine|continuation|rentrée)
(portez-vous|rentrez|portez) bien
(je vous|on se|nous nous) (retrouve|retrouvons|revoit|reverra)
prenez soin
""",
    "WRAPPING": r"""
(c'est|c'était|voilà) (la fin|tout pour|fini pour)
(nous arrivons|on arrive|nous voici) (au terme|à la fin|au bout)
(arrêtons-nous|restons-en|on s'arrête|nous allons nous arrêter|on va s'arrêter|on en reste) (là|ici)
(le temps|notre temps) (est écoulé|nous manque|nous presse|imparti)
(je vous laisse|je ne vous retiens|je vous libère)
(on va|nous allons) (en rester|conclure|terminer)
""",
    "WISHING": r"""
(bonne chance|bon courage|bon vent|tous nos vœux)
(je|on|nous|qui nous) (lui|vous|leur)? ?(souhaite|souhaitons)
""",
    "AUDIENCE": r"""
(auditeurs|auditrices|lecteurs|lectrices|téléspectateurs)
(prochain|prochaine) (numéro|épisode|émission)
(semaine|jeudi|lundi|mardi|mercredi|vendredi|samedi|dimanche) (prochain|prochaine)
(de|pour) (nous avoir|votre) (écoutés|suivis|écoute|fidélité)
""",
    "PLAIN_THANKS": r"""
merci
(je|nous) (vous )?(remercie|remercions)
""",
}

SPANISH = {
    "THANKING": r"""
(gracias|agradezco|agradecemos)( \S+){0,5}? (por|el|la|que)( \S+){0,3}? (tiempo|entrevista|charla|
    conversación|visita|
    invitación|paciencia|hospitalidad|acogida|habernos|recibirnos|atendernos|acompañarnos|concedernos|
    recibirme|
    atenderme|venir|estar)
""",
    "PLEASURE": r"""
(ha sido|fue|es) un (\S+ )?(placer|gusto|honor|lujo)
(encantado|encantada|encantados) de
""",
    "LEAVING": r"""
(adiós|chao|chau)
hasta (luego|pronto|mañana|siempre|otra|la próxima|la vista|el próximo)
nos (vemos|despedimos|escuchamos)
buenas noches
que (tenga|tengan|le vaya|les vaya|te vaya|pase|pasen|descanse|descansen|tengas) (\S+ )?(buen|buena|
    buenas|bien|
    bonito|día|tarde|noche|guardia)
(cuídese|cuídate|cuídense|vaya con cuidado|vayan con cuidado)
buen (viaje|fin|camino)
""",
    "WRAPPING": r"""
hasta aquí (la|el|hemos|llegamos|por|nuestra)
(lo|la)? ?(dejamos|terminamos|cerramos|acabamos) (aquí|por aquí|por hoy)
no (le|te|les) (robo|robamos|quito|quitamos|entretengo|entretenemos) más
se nos (acaba|acabó|ha acabado|terminó|termina) el tiempo
(eso es|esto es|esto ha sido|eso ha sido) todo
con esto (terminamos|cerramos|acabamos|nos despedimos)
(le|les|te) (dejo|dejamos) (ir|volver|descansar)
""",
    "WISHING": r"""
(mucha|buena) suerte
(todo lo mejor|lo mejor)$
(le|les|te) (deseo|deseamos)
""",
    "AUDIENCE": r"""
(oyentes|lectores|lectoras|espectadores|radioyentes)
(la|el) (próxima|próximo) (semana|programa|episodio|entrega)
""",
    "PLAIN_THANKS": r"""
(gracias|muchas gracias)
(le|les|se lo) (agradezco|agradecemos)
""",
}

ITALIAN = {
    "THANKING": r"""
(grazie|ringrazio|ringraziamo)( \S+){0,5}? (per|di|del|della|dell'intervista)( \S+){0,3}? (tempo|intervista|
    chiacchierata|conversazione|disponibilità|ospitalità|visita|pazienza|averci|avermi|essere|esserci|aver)
""",
    "PLEASURE": r"""
è stato un (\S+ )?(piacere|onore)
(piacere|onore) (ascoltarla|sentirla|parlare|conoscerla|averla|incontrarla)
""",
    "LEAVING": r"""
(arrivederci|arrivederla|ciao|addio)
(a presto|a domani|alla prossima|a risentirci|a rivederci)
buona (giornata|serata|notte|domenica)
buon (viaggio|rientro|ritorno)
ci (vediamo|sentiamo|ritroviamo)
(stia|si stia) bene
si riguardi
""",
    "WRAPPING": r"""
ci (fermiamo|lasciamo|salutiamo) (qui|qua)
(finiamo|chiudiamo|terminiamo|concludiamo) (qui|qua)
(è|questo è) tutto per (oggi|adesso)
siamo (arrivati |giunti )?(alla|in) (fine|chiusura|conclusione)
(il|nostro) tempo (è|sarebbe) (finito|scaduto|terminato)
non (le|vi|ti) (rubo|rubiamo|porto) altro
(la|vi|ti) lascio (andare|tornare|al|alla)
""",
    "WISHING": r"""
in bocca al lupo
(buona fortuna|tanti auguri|auguri)
(le|vi|ti) (auguro|auguriamo)
""",
    "AUDIENCE": r"""
(ascoltatori|ascoltatrici|lettori|lettrici|telespettatori)
(la )?prossima (settimana|puntata)
""",
    "PLAIN_THANKS": r"""
grazie
(la|vi|ti) (ringrazio|ringraziamo)
""",
}

BY_LANGUAGE: Mapping[str, Mapping[str, str]] = {
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
}
