<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en_GB">
<context>
    <name>ActionBar</name>
    <message>
        <source>What you can do with this passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this picture says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AllHereStrip</name>
    <message>
        <source>Good. Copies are made as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notebook was put right. Is everything here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, everything is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me the copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, show me the copies of my notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I was told about question {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier words of what I was told about question {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersView</name>
    <message>
        <source>What did the doctor say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the next appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you start the next appointment, questions that are not marked Answered come with you. You can read the answers again here, under Earlier appointments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what you remember. You can leave out anything you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no questions on the list, so there is nothing to fill in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentLine</name>
    <message>
        <source>What is it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday 3 December, 2.30pm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like an NHS number. It would be printed on your sheet, and nobody needs it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When is your appointment? (you can leave this out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the appointment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrivingPart</name>
    <message>
        <source>Bring notes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a stick, or from a file. Nothing that is here already is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring my notes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file to bring notes in from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookletCard</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 section</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookletsPage</name>
    <message>
        <source>Carry on reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make my question sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booklets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry on where you stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeing another doctor?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your questions, put the three that matter most first, and print a sheet to take with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no booklets here. Your notes and questions are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some booklets cannot be shown. The others open as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in “{folder}”: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list beside the booklets cannot be used, so nothing from it is shown. The booklets open as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{booklet} · section {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Carry</name>
    <message>
        <source>“{folder}” is not there any more: perhaps the stick was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it in again, and try once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the stick is in, or choose a folder that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file “{name}” there already, and it was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “{name}” cannot be used on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a name of letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” does not let anything be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide the stick&apos;s small switch if it has one, or choose another stick or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” has no room for your notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take something off it, or choose another stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” did not answer as it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the stick out and put it in again, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another stick or another copy, and do not rely on this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the stick is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a copy of a notebook of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that Booklet Reader made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that version here first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes here are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved and checked: {count}, in the file “{name}” in {folder}. Before you take a stick out, let your computer eject it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no notes or questions in that file. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in that file was here already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought in: {new} new, {changed} changed, {known} here already. Nothing that you had is lost: where both had other words, the older ones are kept as an earlier version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes of Booklet Reader (*.sqlite *.json *.html)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarryPage</name>
    <message>
        <source>Take my notes with me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all my notes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving: {percent} % is written. Leave the stick in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written. Reading it again, to be sure that it is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes and questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no bookmark, highlight or note yet, so there is nothing to save as PDF. Your questions are on the sheet that Print makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring my notes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you wrote is deleted, and every copy of it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you wrote is deleted from the notebook. A copy of it could not be deleted yet; that is tried again the next time you start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy was found on a stick. Put it in, or choose the file yourself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingGuard</name>
    <message>
        <source>Saved now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Close again to stop that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: some of your words are not safe yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close again to leave without these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComfortPanel</name>
    <message>
        <source>Comfort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Big buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to how it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the words of your booklets, as you will read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buttons and movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} per cent of the usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The booklets at {percent} per cent. Buttons have stopped growing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Need to talk?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>In this booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close contents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ControlsSaid</name>
    <message>
        <source>To fill in: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Button: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopiesPart</name>
    <message>
        <source>Copies on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are made by themselves, in case something happens to your notebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a copy now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest is from {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none: what you write in this window is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy was made and checked: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in what is missing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the copies away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyCard</name>
    <message>
        <source>Copy from {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside the copy from {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{use}: the copy from {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy cannot be read. Please look at another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>My questions, %Ln on the list</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sections</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes in %Ln days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you did here is cleared in %Ln seconds. Then nobody who comes after you can see it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <comment>as in: is cleared in … seconds</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds left. Touch the screen to go on.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A PIN has %Ln digits or more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Please wait %Ln seconds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %Ln pages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can print %Ln more times.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blank sheets</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines each</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %Ln sheets, both sides</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %Ln questions. In one visit there is time for a few. Put the ones that matter most first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A new list is ready. %Ln questions came with you.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %Ln questions. A doctor may not have time for more than a few; your first three come first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes, marks and questions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln months ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <comment>found in a search</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>how a day is written: letters of QLocale.toString, other words between &apos;…&apos;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>how a month is written: letters of QLocale.toString, other words between &apos;…&apos;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy &apos;at&apos; H.mm</source>
        <extracomment>how a day and time are written: letters of QLocale.toString, other words between &apos;…&apos;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeletedCard</name>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, delete it for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes from this notebook and from every backup of it here. It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting for ever…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes today or at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes in 1 day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeletedList</name>
    <message>
        <source>What you delete stays here for 30 days. Until then you can bring it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted in the last 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is gone from the notebook. A backup still has it, because it could not be written to just now. That is tried again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>As this computer says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlierVisits</name>
    <message>
        <source>Earlier appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List begun on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlierWords</name>
    <message>
        <source>Earlier words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close earlier words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these words again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these words again, from {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyQuestions</name>
    <message>
        <source>See the ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short list helps you remember what to ask. Start with an idea from the booklets, or write what you want to know in your own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to ask?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErasePart</name>
    <message>
        <source>Delete everything I wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For when this computer goes to somebody else. All your notes, marks and questions go, with every copy of them on this computer. How things look stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything I wrote …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, delete all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you saved on a stick or printed is not deleted. Disks, above all SSDs and memory cards, may keep traces that special tools can find. To be quite sure, have the whole disk wiped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This deletes {count}, for good. It cannot be undone, and no copy stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanations</name>
    <message>
        <source>Explain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this picture says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesPart</name>
    <message>
        <source>Save my notes in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send to somebody, to print elsewhere, or to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstChoice</name>
    <message>
        <source>How large would you like everything to be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need to talk? {phone} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the words that are easiest to read. You can change it any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}: these are the words of your booklets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateCard</name>
    <message>
        <source>This part says how long people in the trials lived. You can read it now, later, or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Top of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything bigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>People you can ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help and support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{about}: {publisher}{address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program does not go online. Ring and ask, or look there later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to look for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to use Booklet Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a booklet and press any paragraph. Four buttons appear under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Ask about this” puts a question about it on your list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In My questions, the first three are the ones that matter most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Print my sheet” makes a page to hand to the doctor at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab goes from control to control, Enter or Space presses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down, Page Up, Home and End scroll a page, also this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape closes what you opened: the contents, a note, a question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a booklet, Up and Down choose a paragraph, Enter goes to its buttons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and Z takes back what you just deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and F goes to Search, Ctrl and P prints your question sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to what you write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take my notes with me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the booklets come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booklet Reader {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gives information. It does not replace the advice of your own team, who know you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays on this computer. This program never goes online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in the folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password. Anyone who can use your account can read it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdeaRow</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdeasPanel</name>
    <message>
        <source>Ideas from the booklets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{topic} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next button or field. With Shift, to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the button that has the ring round it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what you opened: the contents, a note, these keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next part of the window. With Shift, to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next heading. With Shift, to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the page. Home and End go to its ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? or F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the next paragraph, or the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the buttons of the paragraph you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose words in it, one at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on: a screen further. With Shift, back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud, pause, or go on. Escape stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence at a time. S or Escape: all alike again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full stop, comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sentence, or the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything bigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and minus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything at the usual size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print your question sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what you just deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskBar</name>
    <message>
        <source>This screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this screen aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you do here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskClosed</name>
    <message>
        <source>This screen is out of order.
Please tell a member of staff.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskClosing</name>
    <message>
        <source>Was this helpful?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear without answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages are still being printed. Please wait for them: to clear is to stop them. Then nobody who comes after you can see what you did here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please take your pages with you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskCountdown</name>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are you still there? Touch the screen anywhere to go on. If you do not, what you did here is cleared in {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nobody touches the screen, what you did here is cleared in {time}. Touch it anywhere to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskDesk</name>
    <message>
        <source>Kept until you finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice, so nothing is read aloud.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskHelp</name>
    <message>
        <source>It is cleared when you press “Finish and clear”, or when you walk away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever comes after you cannot see it. Nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you print is yours to take with you. No copy of it stays here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskHome</name>
    <message>
        <source>Show my questions as codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the camera of your phone and hold it so that it sees the whole code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question on your list yet. Choose some first, and take them home on your phone without paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your questions can be shown as codes for the camera of your phone. Anyone who scans or photographs this screen then has your questions too, so look who is near. The codes hold words alone, and nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskInside</name>
    <message>
        <source>My questions, {count} on the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskKeyboard</name>
    <message>
        <source>Keys. Choose one with the arrow keys, press it by Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskKeys</name>
    <message>
        <source>What about </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens if </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How will I know </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can I ask about </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can I </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclamation mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apostrophe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening quotation mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing quotation mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hyphen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening bracket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing bracket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pound sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift: a capital letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>123</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that questions begin with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskNumbers</name>
    <message>
        <source>Show the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save them to a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this kiosk is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers alone are kept, never what anybody read, wrote or printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no numbers yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People: {people}. Sheets printed: {printed}. Helpful: {yes}. Not helpful: {no}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stick that can be written to. Put one in and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stick “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskPinPad</name>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff: type the PIN of this kiosk, then Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskPrint</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a blank sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My question sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy for the person with me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part of the booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do and bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear (14 point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large (18 point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very large (24 point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print 1 page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskPrintRun</name>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskPrintWords</name>
    <message>
        <source>This is {pages} pages, and this screen prints up to {most} at a time. Nothing is lost. Choose smaller print, or ask staff for a printed booklet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have printed as often as one person can here, so that there is paper for everybody. Your questions are still on the screen. Staff can help you if you need more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages are still on their way. When they are out you can print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed: the printer does not answer. Your questions are still on the screen. Please ask staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last sheet you can print here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can print once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages are on their way to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing: {done} of {pages} pages are out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing. Please wait for your pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. Please ask staff; then it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer has no ink or toner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer has been stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer needs somebody to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed. Please take your pages from the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing was stopped. A page that was on its way may still come out: please take it with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages were stopped at the printer. Your questions are still on the screen. Print again, or ask staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages could not be printed. Your questions are still on the screen. Please ask staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer any more. Look whether your pages came out. Your questions are still on the screen. Please ask staff.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskStaff</name>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything as it should be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 blank sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Well: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not well: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the policy file: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff let people use it although something is not well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let people use it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written in the record that staff did so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskStart</name>
    <message>
        <source>Touch here to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this screen aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ovarian cancer booklets, and a question sheet to take with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you do here is kept. It is cleared when you finish or walk away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A+ Bigger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A− Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>Who is it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My GP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My consultant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the NHS, or private?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I will tick it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the NHS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doctor’s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who you would like to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may ask for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they are to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave a line empty to write it by hand. Nothing typed here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookChoices</name>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black on white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow on black</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier words of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be damaged. Look whether it is what you wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is fine as it is: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is fine as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now it is in a part that asks you before it opens, and may say more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has changed since your note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has changed since you marked it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is gone, your note is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is gone, your mark is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkingPage</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovingAbout</name>
    <message>
        <source>No more headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heading before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovingPart</name>
    <message>
        <source>Move to another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a USB stick in, and save everything on it. On the other computer, open Booklet Reader, come to this page, and bring your notes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everything on “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteChanges</name>
    <message>
        <source>Note changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on the new words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>My note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may be read but not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk did not answer as it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file stands where its folder should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is empty. Nothing was changed. Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is empty. Nothing was changed. Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such question in the notebook any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such appointment in the notebook any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such version in the notebook any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such mark in the notebook any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such deleted item in the notebook any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such item in the notebook any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notebook “{path}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may be read but not changed. Nothing was changed. Ask for permission to write to its folder, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder, not a file. Nothing was changed. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a link to another file, so it was not opened. Nothing was changed. Put the file itself in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} belongs to another program. Nothing was changed. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written by a newer version of this program. Nothing was changed. Open it with the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged. It was left as it is. Keep a copy of it, and ask for help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open in another window. Nothing was changed. Use that window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be opened or read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {why}. What was saved before is safe. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup could be made: {why}. Your notes are saved all the same, and the backups made before are still there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take with me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take my notes with me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to my notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A booklet that is not here now ({name})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesTools</name>
    <message>
        <source>Find in my notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet. Open a booklet, press a paragraph, and choose Highlight or Add a note. What you mark is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found. Try a shorter word, or only its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready to search. This takes a few seconds the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>This may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the ideas in the booklets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own · from “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own · from a booklet that is not here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnQuestion</name>
    <message>
        <source>Write a question of your own…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a question of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the question you wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to add yet. Write your question first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your question is on the list. There is nothing more to add yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here until you add it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>A sheet has {least} to {most} lines for each answer, and {lines} were asked for. Please choose a number from {least} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The booklet “{booklet}” has no part called “{section}”. Its parts are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letters that sheets are printed with are missing, so no sheet was made. Please install Booklet Reader again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture “{source}” cannot be read ({problem}), so nothing was printed. The other parts of the booklet can be printed without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet could not be set out for printing. Nothing you wrote was lost. Please tell the support line. ({template}: {problem})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose a folder that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the file a name inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not allow “{name}” to be written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose another folder, such as your Documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left for “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose another disk, or make some room first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “{name}” cannot be used for a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose a shorter or simpler name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose another folder or another disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>The pages as they will print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {count} · exactly as it will print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side {page} of {count} · exactly as it will print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blank page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartTicks</name>
    <message>
        <source>Parts of the booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} parts will be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageActions</name>
    <message>
        <source>Remove bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarked. It is in My notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to My questions. Change the words if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not ask this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageMarks</name>
    <message>
        <source>Bookmark removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please explain this to me: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlainWindow</name>
    <message>
        <source>Need to talk? {phone} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PressButton</name>
    <message>
        <source>You are here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintChoices</name>
    <message>
        <source>Choices for printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a blank sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If there is time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A box to tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines to write on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pages side by side, to fold into a booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear (14 point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large (18 point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very large (24 point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space for answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer lines for answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More lines for answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print 1 sheet, both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print 1 page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintHints</name>
    <message>
        <source>Saved as PDF, it has small pages one after another, for screen readers too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits on one side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {lines} lines each it fits on one side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These signs cannot be printed, and [?] stands in their place: {signs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question on your list yet, so this sheet is to be filled in by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a number of ten digits on this sheet. If it is your NHS number, you may want to take it out: nobody needs it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintNames</name>
    <message>
        <source>Print this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a blank sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My questions, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank question sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two opinions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for a second opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note of consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do and bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>Look closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No part of the booklet is chosen. Choose at least one part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages are still on their way to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintRun</name>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintWhat</name>
    <message>
        <source>What to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booklet: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My question sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy for the person with me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blank sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part of the booklet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the visit: what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two opinions side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter asking for a second opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note that lets somebody ask for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do and bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>No printer was found. Nothing is lost. Save as PDF, and print it from another computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed: {printer} is paused. Nothing is lost. Set the printer going and try again, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed: {printer} takes no pages at present. Nothing is lost. Choose another printer, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed: {printer} is not there any more. Nothing is lost. Choose another printer, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages wait for their turn on {printer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing on {printer}: {done} of {pages} pages are out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing on {printer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} has no paper. Nothing is lost. Put paper in, and it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper is stuck in {printer}. Nothing is lost. Take it out, and the printer goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} is open. Nothing is lost. Close it, and it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} has no ink or toner. Nothing is lost. Put some in, or cancel and save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} does not answer. Nothing is lost. See that it is switched on and joined to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} was paused. Nothing is lost. Set it going again, or cancel and save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} holds your pages back. Nothing is lost. Let them go at the printer, or cancel and save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} needs somebody to look at it. Nothing is lost. See what it says, or cancel and save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed on {printer}. Please take your pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to {printer}. Please take your pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing was stopped. A page that was on its way may still come out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody stopped your pages at {printer}. Nothing is lost. Print again, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} could not print the pages. Nothing is lost. Try again, choose another printer, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer} was removed while it printed. Nothing is lost. Choose another printer, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printing system of this computer does not answer any more. Nothing is lost. Look whether your pages came out, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed: you are not allowed to print on {printer}. Nothing is lost. Choose another printer, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed: this computer has no room left to print. Nothing is lost. Make some room, or save as PDF on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed: {printer} would not take the pages. Nothing is lost. Check the printer and try again, or save as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionActions</name>
    <message>
        <source>This question is the first already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This question is the last already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added as number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No words were left, so the question is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionChanges</name>
    <message>
        <source>Question removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new list is ready. All your questions were answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new list is ready. 1 question came with you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>The three that matter most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If there is time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Question {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move question {number} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move question {number} down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to my list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booklets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingAloud</name>
    <message>
        <source>That is the end of this part.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <source>Atkinson Hyperlegible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s plain letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s book letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters of the booklets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Text of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That booklet (“{name}”) is not here. You are where you were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Your notebook is not where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notebook is empty, and it was not before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notebook has much less in it than before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notebook cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that your notes are kept in is gone from this computer. It may have been moved or tidied away by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that your notes are kept in is there, but nothing is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is less than half of what was in it when the last copy was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that your notes are kept in is damaged. That can happen when the power goes off, or when a disk grows old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} You did nothing wrong, and nothing has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program makes copies by itself. A good one is from {when}. It has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of it may be damaged; you will see where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy of it could be read either. You can close this now, and ask somebody who knows computers to look at the folder below before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote after {made} may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As far as this computer knows, nothing was written after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote after that may be missing. The notebook was last written to on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever you choose, the copies stay in the folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever you choose, nothing is thrown away: the file as it is now and the copies stay in the folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 note, mark or question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryScreen</name>
    <message>
        <source>Bring back the copy from {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the copies, and choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it as it is: this is all there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the copies, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this one back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Was due for review in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due for review in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was due for review in {month}, {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked by a doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked by a doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original was reviewed by {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original names no reviewers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This retelling is new writing, the edition of {month}. {publisher} did not write these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A doctor or nurse has checked this retelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This retelling has not been checked by a doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It informs you. It does not take the place of care from your own doctors and nurses: please check with them anything that matters to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This booklet retells “{title}”, published by {publisher} (version {version}, last updated in {month}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This booklet retells “{title}”, published by {publisher} (last updated in {month}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original was due for review in {month}, {ago}. Some things may have changed since then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original is due for review in {month}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 month ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewButton</name>
    <message>
        <source>{words}. About this booklet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowExtras</name>
    <message>
        <source>Change the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is fine as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowFoot</name>
    <message>
        <source>Make it one of my three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make question {number} one of my three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less for question {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for question {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there already. Do you want to put the new one in its place?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until you close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Type a word, such as letrozole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search booklets, notes and questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what you wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the booklets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found. Try a shorter word, or only its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{section} · {booklet}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionFoot</name>
    <message>
        <source>Previous section: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next section: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentenceActions</name>
    <message>
        <source>Read aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus: one sentence at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voice yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud: no voice yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentenceBar</name>
    <message>
        <source>Reading sentence by sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice and speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from this sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on: the next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and show all sentences alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Your settings could not be saved ({reason}). They stay until you close.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sizing</name>
    <message>
        <source>{percent} per cent of the usual size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpokenView</name>
    <message>
        <source>Heading level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words explained: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A button under it says all that it shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote a note here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You put a bookmark here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>{why} You can read and print. What you write now is kept only until you close this window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TellingCard</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextSample</name>
    <message>
        <source>Sample: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnkeptStrip</name>
    <message>
        <source>You can read your notes here, but not change them or write new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept: what you write now is gone when you close this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only to read. Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why can I not write here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept. Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it not kept?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedStrip</name>
    <message>
        <source>{failure} Your words are still where you typed them. Saving is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoiceChoices</name>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read slower aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read faster aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how your booklets sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Voices</name>
    <message>
        <source>In Settings, choose “Time and language”, then “Speech”, and add an English voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In System Settings, choose “Accessibility”, then “Spoken Content”, and add an English voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever looks after it can install the packages “speech-dispatcher”, “speech-dispatcher-espeak-ng” and “libspeechd2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no voice to read with. Nothing is wrong with your booklets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebCard</name>
    <message>
        <source>This is on the web. Booklet Reader does not go online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code to scan with a phone: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or ring {0} and ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhichVisits</name>
    <message>
        <source>First opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which appointment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List begun on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier appointments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Empty: your last words are kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
