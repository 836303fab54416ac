"""What heads the columns of a transcript in the languages of the newsrooms we know of."""

from __future__ import annotations

# Case and marks do not count.
HEADS = {
    "speaker": frozenset(
        (
            "speaker|speakers|speaker name|speaker label|name|who|person|participant|voice|role|sprecher"
            "|sprecher in|sprecherin|sprechende|sprechende person|wer|redner|rednerin|stimme"
            "|gesprächspartner|gesprächspartnerin|locuteur|locutrice|intervenant|intervenante|qui|nom"
            "|personne|participante|interlocuteur|interlocutrice|orateur|oratrice|voix|hablante|orador"
            "|oradora|quien|quién|nombre|interlocutor|interlocutora|persona|ponente|voz|parlante|oratore"
            "|relatore|relatrice|voce|chi|nome|falante|locutor|locutora|pessoa|quem|spreker|spreekster"
            "|persoon|deelnemer|gesprekspartner|stem|wie|naam|talare|vem|namn|taler|hvem|navn|puhuja|mówca|kto|mluvčí|говорящий|спикер"
            "|кто|имя|спікер|ομιλητής|konuşmacı|说话人|发言人|發言人|話者|発言者|화자"
        )
        .casefold()
        .split("|")
    ),
    "text": frozenset(
        (
            "text|texts|transcript|transcription|content|contents|utterance|sentence|words|what|body|dialogue"
            "|dialog|speech|caption|subtitle|line|message|quote|said|transkript|transkription|gesagt|was|inhalt"
            "|äußerung|wortlaut|aussage|beitrag|wortbeitrag|redebeitrag|satz|zitat|texte|paroles|propos|contenu"
            "|verbatim|réplique|phrase|discours|citation|texto|transcripción|transcripcion|contenido"
            "|palabras|frase|diálogo|dialogo|intervención|intervencion|mensaje|testo|trascrizione|contenuto"
            "|parole|battuta|intervento|discorso|messaggio|transcrição|transcricao|conteúdo|conteudo|fala"
            "|falas|palavras|mensagem|tekst|transcriptie|inhoud|uitspraak|zin|woorden|citaat|bijdrage"
            "|transkripsjon|litteratti"
            "|teksti|treść|wypowiedź|přepis|текст|реплика|расшифровка|κείμενο|metin|文本|内容|內容|本文|発言|텍스트"
        )
        .casefold()
        .split("|")
    ),
    "start": frozenset(
        (
            "start|starts|start time|starttime|begin|begins|from|time|times|timestamp|time stamp|timecode"
            "|time code|tc|in|tc in|anfang|beginn|startzeit|zeit|von|zeitstempel|uhrzeit|zeitmarke"
            "|zeitpunkt|début|debut|temps|heure|minutage|minute|horodatage|inicio|tiempo|minuto|hora|desde"
            "|marca de tiempo|comienzo|inizio|tempo|ora|orario|minutaggio|início|começo|horário|horario|tijd"
            "|begintijd|tijdstip|tijdcode|tid|aika|czas|čas|время|начало"
            "|χρόνος|zaman|时间|開始|時間|시간"
        )
        .casefold()
        .split("|")
    ),
    "end": frozenset(
        (
            "end|ends|end time|endtime|to|until|out|tc out|stop|ende|endzeit|bis|fin|final|hasta|fine|fim|até"
            "|einde|eindtijd|tot"
            "|slut|slutt|loppu|koniec|konec|конец|τέλος|bitiş|结束|終了|종료"
        )
        .casefold()
        .split("|")
    ),
}
