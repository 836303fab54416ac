"""A language in Latin letters is told by its small words and its own letters, of three short turns too."""

from __future__ import annotations

import pytest

from interviews.text.telling import UNTOLD, told_language

# Interviews of three turns in each language.
SAID: dict[str, tuple[tuple[str, str, str], ...]] = {
    "pl": (
        (
            "Kiedy zaczęła pani naprawiać akordeony?",
            "Miałam dwanaście lat. Dziadek dał mi śrubokręt i powiedział, że mam słuchać, a nie patrzeć.",
            "I co pani wtedy usłyszała?",
        ),
        (
            "Dlaczego wrócił pan na wieś?",
            "Bo w mieście nikt mnie nie znał, a tutaj każdy pies wie, kim był mój ojciec.",
            "Nie żałuje pan tej decyzji, kiedy przychodzi zima?",
        ),
        (
            "Most zamknęli w maju. Od tamtej pory do szkoły jest czternaście kilometrów, bo "
            "trzeba jechać przez las. Dzieci wstają o piątej.",
            "Czy ktoś z urzędu z wami rozmawiał?",
            "Raz. Przyjechał młody człowiek, zrobił zdjęcie i obiecał, że zadzwoni. Do dziś czekamy.",
        ),
    ),
    "cs": (
        (
            "Kdy jste začala opravovat housle?",
            "Bylo mi deset. Dědeček mi dal nůž a řekl, že mám poslouchat dřevo, ne jeho.",
            "A co vám to dřevo řeklo?",
        ),
        (
            "Proč jste se vrátil na vesnici?",
            "Protože ve městě mě nikdo neznal a tady každý pes ví, kdo byl můj táta.",
            "Nelitujete toho, když přijde zima?",
        ),
        (
            "Most zavřeli v květnu. Od té doby je to do školy čtrnáct kilometrů, jezdí se "
            "přes les a děti vstávají v pět.",
            "Mluvil s vámi někdo z úřadu?",
            "Jednou. Přijel mladý muž, všechno si vyfotil a slíbil, že zavolá. Čekáme dodnes.",
        ),
    ),
    "sk": (
        (
            "Kedy ste začali opravovať husle?",
            "Mal som desať rokov. Starý otec mi dal nôž a povedal, že mám počúvať drevo, nie jeho.",
            "A čo vám to drevo povedalo?",
        ),
        (
            "Prečo ste sa vrátili na dedinu?",
            "Pretože v meste ma nikto nepoznal a tu každý pes vie, kto bol môj otec.",
            "Neľutujete to, keď príde zima?",
        ),
    ),
    "sv": (
        (
            "När började du laga dragspel?",
            "Jag var tolv år. Farfar gav mig en skruvmejsel och sa att jag skulle lyssna, inte titta.",
            "Och vad var det du hörde då?",
        ),
        (
            "Varför flyttade du tillbaka till byn?",
            "I stan kände ingen mig. Här vet varenda hund vem min far var.",
            "Ångrar du dig aldrig när vintern kommer?",
        ),
        (
            "Bron stängdes i maj. Sedan dess är det fjorton kilometer till skolan genom "
            "skogen, och barnen går upp klockan fem.",
            "Har någon från kommunen pratat med er?",
            "En gång. En ung man kom, tog en bild och lovade att ringa. Vi väntar fortfarande.",
        ),
    ),
    "da": (
        (
            "Hvornår begyndte du at reparere harmonikaer?",
            "Jeg var tolv år. Min farfar gav mig en skruetrækker og sagde, at jeg skulle "
            "lytte og ikke kigge.",
            "Og hvad hørte du så?",
        ),
        (
            "Hvorfor flyttede du tilbage til landsbyen?",
            "Inde i byen var der ingen, der kendte mig. Her ved hver eneste hund, hvem min far var.",
            "Fortryder du det aldrig, når vinteren kommer?",
        ),
        (
            "Broen lukkede i maj. Siden da er der fjorten kilometer til skolen gennem skoven, "
            "og børnene står op klokken fem.",
            "Har nogen fra kommunen talt med jer?",
            "En enkelt gang. Der kom en ung mand, som tog et billede og lovede at ringe. Vi "
            "venter stadig på ham.",
        ),
    ),
    "no": (
        (
            "Når begynte du å reparere trekkspill?",
            "Jeg var tolv år. Farfar ga meg en skrutrekker og sa at jeg skulle lytte, ikke se.",
            "Og hva var det du hørte da?",
        ),
        (
            "Hvorfor flyttet du tilbake til bygda?",
            "I byen var det ingen som kjente meg. Her vet hver eneste hund hvem faren min var.",
            "Angrer du aldri når vinteren kommer?",
        ),
        (
            "Brua ble stengt i mai. Siden da er det fjorten kilometer til skolen gjennom "
            "skogen, og ungene står opp klokka fem.",
            "Har noen fra kommunen snakket med dere?",
            "En gang. Det kom en ung mann som tok et bilde og lovet å ringe. Vi venter fortsatt på ham.",
        ),
        (
            "Når tok du til med å reparere trekkspel?",
            "Eg var tolv år. Farfar gav meg ein skrutrekkar og sa at eg skulle lytte, ikkje sjå.",
            "Og kva var det du høyrde då?",
        ),
    ),
    "fi": (
        (
            "Milloin aloitte korjata haitareita?",
            "Olin kaksitoista. Isoisä antoi minulle ruuvimeisselin ja sanoi, että nyt pitää "
            "kuunnella eikä katsoa.",
            "Ja mitä te silloin kuulitte?",
        ),
        (
            "Miksi muutit takaisin kylään?",
            "Kaupungissa kukaan ei tuntenut minua. Täällä jokainen koira tietää, kuka isäni oli.",
            "Etkö koskaan kadu sitä, kun talvi tulee?",
        ),
        (
            "Silta suljettiin toukokuussa. Sen jälkeen koulumatka on ollut neljätoista "
            "kilometriä metsän läpi, ja lapset heräävät viideltä.",
            "Onko kukaan kunnasta puhunut teille?",
            "Kerran. Nuori mies tuli, otti kuvan ja lupasi soittaa. Me odotamme vieläkin.",
        ),
    ),
    "hu": (
        (
            "Mikor kezdett harmonikát javítani?",
            "Tizenkét éves voltam. A nagyapám adott egy csavarhúzót, és azt mondta, hogy "
            "hallgassak, ne nézzek.",
            "És mit hallott akkor?",
        ),
        (
            "Miért költözött vissza a faluba?",
            "Mert a városban senki sem ismert. Itt minden kutya tudja, ki volt az apám.",
            "Nem bánja meg néha, amikor jön a tél?",
        ),
        (
            "A hidat májusban zárták le. Azóta tizennégy kilométer az út az iskoláig az erdőn "
            "át, és a gyerekek ötkor kelnek.",
            "Beszélt önökkel valaki a hivataltól?",
            "Egyszer. Jött egy fiatalember, csinált egy képet, és megígérte, hogy telefonál. "
            "Még mindig várunk.",
        ),
    ),
    "ro": (
        (
            "Când ați început să reparați acordeoane?",
            "Aveam doisprezece ani. Bunicul mi-a dat o șurubelniță și mi-a spus să ascult, nu să mă uit.",
            "Și ce ați auzit atunci?",
        ),
        (
            "De ce v-ați întors în sat?",
            "Pentru că la oraș nu mă știa nimeni. Aici fiecare câine știe cine a fost tata.",
            "Nu regretați când vine iarna?",
        ),
        (
            "Podul s-a închis în mai. De atunci sunt paisprezece kilometri pînă la școală, "
            "prin pădure, iar copiii se trezesc la cinci.",
            "A vorbit cineva de la primărie cu dumneavoastră?",
            "O dată. A venit un tânăr, a făcut o poză și a promis că sună. Și acum așteptăm.",
        ),
    ),
    "tr": (
        (
            "Akordeon tamir etmeye ne zaman başladınız?",
            "On iki yaşındaydım. Dedem bana bir tornavida verdi, bakma, dinle dedi.",
            "Peki o gün ne duydunuz da bu işe devam ettiniz?",
        ),
        (
            "Köye neden geri döndünüz?",
            "Çünkü şehirde beni kimse tanımıyordu. Burada her köpek babamın kim olduğunu bilir.",
            "Kış gelince hiç pişman olmuyor musunuz?",
        ),
        (
            "Köprü mayısta kapandı. O günden beri okul ormanın içinden on dört kilometre ve "
            "çocuklar beşte kalkıyor.",
            "Belediyeden biri sizinle konuştu mu?",
            "Bir kere. Genç bir adam geldi, fotoğraf çekti ve arayacağını söyledi. Hâlâ bekliyoruz.",
        ),
    ),
}
# Neighbours of theirs that nobody asked to be told: better none than the wrong one.
UNKNOWN = {
    "hr": (
        "Kada ste počeli popravljati harmonike?",
        "Imala sam dvanaest godina. Djed mi je dao odvijač i rekao da slušam, a ne da gledam.",
        "I što ste tada čuli?",
    ),
    "sl": (
        "Zakaj ste se vrnili na vas?",
        "Ker me v mestu ni nihče poznal, tukaj pa vsak pes ve, kdo je bil moj oče.",
        "Vam ni nikoli žal, ko pride zima?",
    ),
    "et": (
        "Miks sa külla tagasi kolisid?",
        "Linnas ei tundnud mind keegi. Siin teab iga koer, kes mu isa oli.",
        "Kas sa kunagi ei kahetse, kui talv tuleb?",
    ),
    "is": (
        "Hvenær byrjaðir þú að gera við harmonikkur?",
        "Ég var tólf ára. Afi gaf mér skrúfjárn og sagði að ég ætti að hlusta, ekki horfa.",
        "Og hvað heyrðir þú þá?",
    ),
    "az": (
        "Akkordeonları nə vaxt təmir etməyə başladınız?",
        "On iki yaşım var idi. Babam mənə bir vintaçan verdi və dedi ki, bax yox, qulaq as.",
        "Bəs o gün nə eşitdiniz?",
    ),
}


@pytest.mark.parametrize(
    ("language", "turns"), [(language, turns) for language, several in SAID.items() for turns in several]
)
def test_three_turns_are_enough(language: str, turns: tuple[str, ...]) -> None:
    assert told_language(turns) == language


@pytest.mark.parametrize("language", UNKNOWN)
def test_a_neighbour_is_not_taken_for_one_of_them(language: str) -> None:
    assert told_language(UNKNOWN[language] * 3) == UNTOLD


@pytest.mark.parametrize(
    "turns",
    [
        (
            "What did your grandmother call it, in Łódź?",
            "She called it “żurek”, and on Sundays it was “barszcz z uszkami”. I never learned to make it.",
            "And Wałęsa came to the table, as Mrs Dąbrowska tells it?",
        ),
        (
            "When people in Malmö say “lagom är bäst”, what do they mean?",
            "That enough is as good as a feast. You hear it at the table, at work and in the sauna.",
            "And “det är inte min grej”?",
        ),
        (
            "You say “inşallah” on every page of this book.",
            "My aunt in Eskişehir said it of the bus, of the weather and of my exams. “Hadi "
            "bakalım”, she said.",
            "Did the bus come?",
        ),
    ],
)
def test_english_with_words_of_another_language_stays_english(turns: tuple[str, ...]) -> None:
    assert told_language(turns) == "en"


def test_a_foreign_name_that_comes_up_again_and_again_takes_nobodys_language_away() -> None:
    turns = [turn.replace("babamın", "Müller’in").replace("babam", "Höß") for turn in SAID["tr"][1]]
    assert (
        told_language([*turns, "François Müller bana mektup yazdı, sonra da Müller’in kızı geldi."]) == "tr"
    )
