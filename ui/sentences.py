"""The sentence for each expected error, by its key: what, where, what to do.

Where a key has several sentences, the first is said whose facts are all known. The words here are
English; `ui.translate` looks up those of other languages.
"""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, ...]] = {
    # Ballots
    "ballot.below_zero": ("Option {number} cannot have fewer than no dots.",),
    "ballot.not_on_list": ("There is no option {option} on this ballot.",),
    "ballot.over_budget": ("{given} dots are too many: {allowed} may be given.",),
    "ballot.over_cap": (
        "Option {number} would have {given} dots; at most {allowed} may go to one option.",
    ),
    # Boards and lanes
    "board.attribution": (
        "It was said beforehand whose the notes are, and there are {notes} by now. Only names can "
        "still become functions.",
    ),
    "board.no_such_lane": ("The board has no such lane.",),
    "board.not_covered": ("The board is {state}: there is nothing to reveal lane by lane.",),
    "board.rest": ("Notes outside the lanes are revealed together with all others.",),
    "board.there": ("Stage {stage} has a board already.",),
    "lane.by_function": (
        "The lanes of stage {stage} are the functions. Add a function, or give the board a list "
        "of lanes first.",
    ),
    "lane.no_board": ("Stage {stage} has no board. Add one first.",),
    "lane.off_board": ("This lane is not on the board.",),
    "lane.unplaced": ("{count} notes lie in this lane. Move them to other lanes first.",),
    # The clock
    "clock.another_is_on": ("The clock of another stage is on. End that stage first.",),
    "clock.cannot_end": ("The clock of this stage is not on.",),
    "clock.cannot_extend": ("The clock of this stage is not on. Start it first.",),
    "clock.cannot_pause": ("The clock of this stage is not running.",),
    "clock.cannot_resume": ("The clock of this stage is not paused.",),
    "clock.cannot_start": ("The clock of this stage is on already.",),
    "clock.minutes": ("{found} minutes are not possible: give 1 to {limit}, or take them away.",),
    "clock.nothing_before": ("There is no stage to go back to.",),
    "clock.nothing_next": ("There is no further stage.",),
    "clock.nothing_on": ("No clock is on. Start a stage first.",),
    # Clusters
    "cluster.itself": ("Cluster {number} cannot be merged with itself.",),
    "cluster.no_notes": ("Choose the notes of the cluster first.",),
    "cluster.on_ballot": (
        "Cluster {number} is on a ballot and has to stay. Its name can be changed.",
    ),
    "cluster.stages": ("These do not all lie in one stage. A cluster belongs to one stage.",),
    # Data files
    "data.bad_key": ("{file}, line {line}: a field needs a name that is a word.",),
    "data.empty": ("{file} is empty.",),
    "data.inside_itself": ("{file}, line {line}: this refers to itself.",),
    "data.missing": (
        "{file}, line {line}: the field “{field}” is missing in {path}.",
        "{file}, line {line}: the field “{field}” is missing.",
    ),
    "data.name_taken": ("{file}, line {line}: another {record} is called “{found}” already.",),
    "data.not_a_file": ("{file} is not a file. Name a data file.",),
    "data.not_text": ("{file} is not a text file in UTF-8.",),
    "data.not_yaml": ("{file}, line {line}: this is not YAML: {found}.",),
    "data.refused": (
        "{file}, line {line}: {path} does not fit. {problem}",
        "{file} does not fit together. {problem}",
    ),
    "data.rule": (
        "{file}, line {line}: {path} cannot be so: {rule}.",
        "{file}, line {line}: this cannot be so: {rule}.",
    ),
    "data.tag": ("{file}, line {line}: values with a tag such as {found} are not read.",),
    "data.taken": (
        "{file}, line {line}: {path} does not fit. The {record} on line {other} has the same "
        "{fields} already: {found}.",
    ),
    "data.too_deep": ("{file}, line {line}: more than {limit} levels lie in each other.",),
    "data.too_large": ("{file} is larger than {limit} bytes, more than any workshop has.",),
    "data.too_many": ("{file} has more than {limit} values, more than any workshop has.",),
    "data.too_many_aliases": ("{file} has more than {limit} aliases. Write the values out.",),
    "data.twice": ("{file}, line {line}: “{found}” stands here twice.",),
    "data.unknown": (
        "{file}, line {line}: there is no field “{field}” here. Possible are: {allowed}.",
    ),
    "data.unreadable": ("{file} cannot be read: {reason}.",),
    "data.value": (
        "{file}, line {line}: {path} cannot be “{found}”. Possible is: {allowed}.",
        "{file}, line {line}: {path} cannot be empty. Possible is: {allowed}.",
        "{file}, line {line}: this cannot be “{found}”. Possible is: {allowed}.",
        "{file}, line {line}: this cannot be empty. Possible is: {allowed}.",
    ),
    # Fields and records
    "field.invalid": (
        "“{found}” is not possible for {field}. Possible is: {allowed}.",
        "{field} cannot be empty. Possible is: {allowed}.",
    ),
    "name.empty": ("A {record} needs a name.",),
    "name.too_long": ("This name has {count} characters; at most {limit} are possible.",),
    "record.apart": ("This {record} cannot be kept: {rule}.",),
    "record.circle": ("This {record} would end in itself: {rule}.",),
    "record.gone": ("This {record} is not there any more.",),
    "record.names": ("This {record} cannot be kept: {rule}.",),
    "record.needed": ("This {record} is still needed by a {by}. Change that first.",),
    "record.rule": ("This {record} cannot be kept: {rule}.",),
    "record.there": ("There is such a {record} already.",),
    "reference.gone": ("What {field} of this {record} refers to is not there any more.",),
    "reference.left": ("This {record} is still needed by a {by}. Change that first.",),
    "value.off_scale": ("{found} is not on this scale. It goes from {low} to {high}.",),
    "value.taken": ("Another {record} has the same {fields} already: {found}.",),
    # Files
    "file.beside": (
        "{beside} stands beside {file} and is no journal of it. Move it away, then open {file}.",
    ),
    "file.closed": ("{file} is closed. Open it again.",),
    "file.damaged": (
        "{file} is damaged ({seen}). It was left as it is; open a backup instead.",
        "{file} is damaged. It was left as it is; open a backup instead.",
    ),
    "file.disk_full": (
        "The disk is full, so {file} takes nothing. Make room on the disk, or save elsewhere.",
    ),
    "file.empty": ("{file} is empty. Open a backup, or make a new workshop.",),
    "file.exists": (
        "There is a file {file} already. Choose another name, or add {option} to write over it.",
        "There is a file {file} already. Choose another name.",
    ),
    "file.folder": ("{file} is a folder. Name a file in it.",),
    "file.gone": ("{file} is gone. Bring it back where it was, or save elsewhere.",),
    "file.history": (
        "The history of {file} cannot be read at step {step}. Everything else is there; only "
        "earlier steps cannot be undone.",
    ),
    "file.in_use": (
        "{user} has {file} open on {computer}. Close it there first, or open a copy.",
        "{file} is open already. Close it there first, or open a copy.",
    ),
    "file.is_workshop": (
        "{file} is a workshop, so nothing is written over it. Choose another name.",
    ),
    "file.missing": ("There is no file {file}. Check the name and the folder.",),
    "file.nameless": (
        "{file} is damaged: it does not say which workshop it is. It was left as it is; open a "
        "backup instead.",
    ),
    "file.newer": (
        "{file} was made by a newer version of Coxswain. Open it with that version.",
    ),
    "file.no_access": ("{file} may not be opened here. Ask for the right to read and write it.",),
    "file.not_a_file": ("{file} is not a file. Choose another.",),
    "file.no_folder": ("There is no folder {folder} for {file}. Make it, or choose another.",),
    "file.not_a_workshop": ("{file} is not a workshop of Coxswain.",),
    "file.not_saved": ("{steps} changes are not saved yet. {why}",),
    "file.older": (
        "{file} is of version {version}, too old to be opened by this program.",
    ),
    "file.onto_itself": ("{file} would be written over with what is made of it. Name another.",),
    "file.read_only": (
        "{file} cannot be written to. Copy it to a folder where it can, and open the copy.",
    ),
    "file.record": (
        "{file} is damaged: {field} of {record} {id} is not possible. It was left as it is; open "
        "a backup instead.",
        "{file} is damaged in its table of {record}. It was left as it is; open a backup instead.",
    ),
    "file.reference": (
        "{file} is damaged: {record} {id} refers to a {to} that is not there. It was left as it "
        "is; open a backup instead.",
    ),
    "file.refused": (
        "{file} does not take the last change ({seen}). Save elsewhere and go on there.",
    ),
    "file.replaced": (
        "Another file stands in the place of {file}. It is left alone; save elsewhere.",
    ),
    "file.rule": (
        "{file} is damaged: {record} {id} breaks a rule ({rule}). It was left as it is; open a "
        "backup instead.",
    ),
    "file.schema": (
        "{file} is not built as a workshop is ({what}). It was left as it is; open a backup "
        "instead.",
    ),
    "file.sequence": (
        "{file} is damaged: it does not know which numbers of {record} were given. It was left as "
        "it is; open a backup instead.",
    ),
    "file.too_many": (
        "{file} has more than {limit} entries, more than any workshop has. It was left as it is.",
    ),
    "file.too_slow": ("The disk of {file} does not answer in time. Try again, or save elsewhere.",),
    "file.truncated": (
        "{file} is cut off: it has {size} bytes of {expected}. It was left as it is; open a "
        "backup instead.",
    ),
    "file.unreadable": (
        "{file} cannot be read: {seen}. Check the disk and try again.",
        "{file} cannot be read. Check the disk and try again.",
    ),
    "file.unwritable": (
        "{file} cannot be written: {seen}. Check the disk, or save elsewhere.",
        "{file} cannot be written. Check the disk, or save elsewhere.",
    ),
    "file.whole": (
        "{file} is damaged, its parts do not fit together. {why}",
    ),
    "font": ("The font {file} cannot be read. Install Coxswain again.",),
    "picture.broken": ("This picture cannot be read. Open it elsewhere and save it again.",),
    "picture.format": ("This is no picture that can be taken in. Possible are: {allowed}.",),
    "picture.pixels": ("The picture has {count} pixels; at most {allowed} are possible.",),
    "picture.too_large": ("The picture has {bytes} bytes; at most {allowed} are possible.",),
    "rescue.sound": ("{file} is in order, so there is nothing to bring back.",),
    "rescue.nothing": (
        "Nothing of {file} can be brought back. Nothing is left in it, and there is no backup.",
    ),
    # The journey, five whys
    "phase.too_many": ("A journey has at most {limit} phases.",),
    "why.out_of_line": ("This answer cannot be kept: {rule}.",),
    # Functions and people
    "function.colour": ("“{found}” is not a colour. Write it like #1151D6.",),
    "function.deciders": (
        "{count} people would decide for {letter}. Choose one of them.",
    ),
    "function.has_people": (
        "{count} people belong to {letter}. Give them another function first.",
    ),
    "function.letter": ("“{found}” cannot be a mark. Take one or two letters.",),
    "function.letter_taken": ("{letter} is the mark of {by} already. Take another.",),
    "function.name_taken": ("Function {letter} has this name already.",),
    "function.shape": ("There is no shape “{found}”. There are: {allowed}.",),
    "function.too_many": ("A workshop has at most {limit} functions.",),
    "participant.too_many": ("A workshop has at most {limit} people.",),
    "participant.took_part": (
        "{mark} has taken part and has to stay. Mark them as not in the room instead.",
    ),
    "groups.size": ("Groups of {found} are not possible; {least} to {most} are.",),
    "groups.too_few": ("Groups need two people or more; {count} can be put into one.",),
    # Notes
    "merge.not_among": ("Note {nr} is not one of the notes to merge.",),
    "merge.stages": ("Only notes of one stage can be merged.",),
    "merge.too_few": ("Choose two notes or more to merge them.",),
    "note.cluster_elsewhere": ("That cluster belongs to another stage.",),
    "note.empty": (
        "Line {line} is empty. A note needs at least one character.",
        "A note needs at least one character.",
    ),
    "note.lane_elsewhere": ("That lane belongs to another stage.",),
    "note.merged": ("Note {nr} was merged into another. Take it out of that one first.",),
    "note.no_attribution": ("The notes of this board are kept without names.",),
    "note.not_merged": ("Note {nr} was not merged into another.",),
    "note.on_ballot": ("Note {nr} is on a ballot and has to stay. Its text can be changed.",),
    "note.too_long": (
        "Line {line} has {count} characters; a note has at most {limit}. Make two notes of it.",
        "This has {count} characters; a note has at most {limit}. Make two notes of it.",
    ),
    "note.unnumbered": ("This entry has no number yet, so nothing can refer to it.",),
    # One-string entry
    "string.lone_minus": ("There is a minus without a number at place {place}.",),
    "string.off_scale": (
        "{value} is not on this scale, place {place}. It goes from {lowest} to {highest}.",
    ),
    "string.too_long": ("{entered} values are typed, but only {of} people are asked.",),
    "string.too_short": ("{entered} of {of} values are typed.",),
    "string.unknown_character": ("“{character}” is not a value, place {place}.",),
    # Rounds without names
    "round.handed_in": (
        "This person has handed in already. A round without names cannot be corrected.",
    ),
    "round.has_names": ("This round is kept by person, so it cannot be sealed.",),
    "round.no_group": (
        "Nobody of this function was there when the round opened, so no group counts them.",
    ),
    "round.open_already": ("This round has been opened already.",),
    "round.over": ("This round is over. Nothing more can be handed in.",),
    # The agenda
    "stage.is_on": ("The clock of stage {stage} is on. End it first.",),
    "stage.kind": ("There is no kind of stage “{kind}”. There are: {known}.",),
    "stage.minutes": ("A stage cannot have {found} minutes. {least} to {most} are possible.",),
    "stage.too_many": ("An agenda has at most {limit} stages.",),
    "stage.unknown": (
        "Stage {stage} names a stage “{found}” that is not there. There are: {known}.",
    ),
    "stage.voted_on": ("Stage {by} voted on the notes of stage {stage}, so it has to stay.",),
    "template.unknown": ("There is no template “{found}”. There are: {known}.",),
    # Undo
    "undo.changed": ("This has been changed again since, so it cannot be taken back.",),
}  # fmt: skip

SINGULARS: dict[str, tuple[str, str]] = {
    "{steps} changes are not saved yet. {why}": (
        "steps", "{steps} change is not saved yet. {why}",
    ),
    "{count} notes lie in this lane. Move them to other lanes first.": (
        "count", "{count} note lies in this lane. Move it to another lane first.",
    ),
    "{count} people belong to {letter}. Give them another function first.": (
        "count", "{count} person belongs to {letter}. Give them another function first.",
    ),
    "It was said beforehand whose the notes are, and there are {notes} by now. Only names can "
    "still become functions.": (
        "notes",
        "It was said beforehand whose the notes are, and there is {notes} by now. Only names can "
        "still become functions.",
    ),
}  # fmt: skip
"""What is said where a number is one: the sentence for many, the fact that counts, the other."""
