"""Words that say little of what a note is about, in English, German, French and Spanish.

Written without accents, as `workshop.searching.plain` gives them.
"""

from __future__ import annotations

_ENGLISH = """a about above after again against all almost also although always am an and another
any anybody anyone anything are around as at away back be became because become been before began
behind being below between both but by came can cannot come comes could did do does doing done down
during each either else enough even ever every everybody everyone everything few first for from
gave get gets getting give gives go goes going gone got had has have having he her here hers
herself him himself his how however i if in inside instead into is it its itself just keep keeps
kept knew know last least less let like made make makes many may maybe me might mine more most much
must my myself neither never next no nobody none nor not nothing now of off often on once one only
onto or other others our ours ourselves out outside over own per perhaps put quite rather really
said same say says see seen shall she should since so some somebody someone something sometimes
still such take taken takes than that the their theirs them themselves then there these they thing
things this those though through till to today together too took toward towards two under unless
until up upon us use used using very via want wants was way we well went were what whatever when
where whether which while who whole whom whose why will with within without won would yes yet you
your yours yourself"""

_GERMAN = """ab aber alle allem allen aller alles als also am an andere anderen anderer anderes ans
auch auf aus bei beide beiden beim bereits bin bis bist bleibt da dabei dadurch dafur dagegen daher
damit danach dann daran darauf daraus darf darin daruber darum das dass davon dazu dein deine dem
den denen denn der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du
durch durfen ein eine einem einen einer eines einfach einige einmal er erst es etwas euch euer fast
fur ganz geben gegen geht gehen gemacht genau genug gerade gibt habe haben hat hatte hatten her
hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja je jede jedem
jeden jeder jedes jemand jetzt kann kaum kein keine keinem keinen keiner keines kommen kommt konnen
konnte lang lasst machen macht mal man manche mehr mein meine meist mit muss mussen nach nachdem
nein nicht nichts nie niemand noch nun nur ob oder oft ohne schon sehr sein seine seinem seinen
seiner seit sich sie sind so sobald sogar soll sollen sollte sondern sonst sowie trotz uber um und
uns unser unsere unserem unseren unserer unter viel viele vom von vor wann war waren warum was weg
wegen weil weiss welche welcher wenig wenige weniger wenn wer werden wie wieder will wir wird
wirklich wissen wo wohl wollen wurde wurden zu zum zur zwar zwei zwischen"""

_FRENCH = """a afin ai ainsi alors apres as assez au aucun aucune aujourd aupres aussi autant autre
autres aux avait avant avec avoir beaucoup bien bon c ca car ce ceci cela celle celles celui cent
ces cet cette ceux chacun chaque chez comme comment contre d dans de deja depuis derriere des deux
devant doit doivent donc dont du elle elles en encore entre es est et etaient etait etant ete etes
etre eu eux fait faire faut font hors hui ici il ils j je jusqu jusque l la le les leur leurs lors
lui m ma mais me meme memes mes met mettre moi moins mon n ne ni non nos notre nous on ont ou par
parce parfois pas pendant personne peu peut peuvent plus plusieurs plutot pour pourquoi pres
presque prend prendre puis qu quand que quel quelle quelles quelque quelques quels qui quoi rien s
sa sans savoir se selon sera ses seul si sinon soit son sont sous souvent sur t ta tant te tel
telle tes toi ton toujours tous tout toute toutes tres trop tu un une va vers veut voir vont vos
votre vous y"""

_SPANISH = """a al algo alguien algun alguna algunas alguno algunos alli ante antes aqui asi aun
aunque bajo bien cada casi como con contra cual cuales cuando cuanto da dar de debe deben del demas
demasiado desde despues donde dos durante e el ella ellas ello ellos en entonces entre era eran
eres es esa esas ese eso esos esta estaba estado estamos estan estar estas este esto estos fue
fueron gran ha hace hacen hacer hacia han has hasta hay he hemos hoy incluso ir la las le les llega
lo los luego mas me menos mi mientras mis misma mismo mismos mucha muchas mucho muchos muy nada
nadie ni ninguna ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras
otro otros para pero poco pocos podemos poder por porque pues puede pueden que quien quienes quiere
saber sabe sabemos se sea segun ser si sido siempre sin sino sobre solo somos son su sus tal
tambien tampoco tan tanto te tenemos tener ti tiene tienen toda todas todavia todo todos tras tu
tus un una unas uno unos usted va vamos van ver vez y ya yo"""

STOP_WORDS = frozenset(" ".join((_ENGLISH, _GERMAN, _FRENCH, _SPANISH)).split())
