"""What to try first: what pilots reach, test and teach, and how one is chosen.

Each module asks one question, by a function of its name or near it, and gives a frozen
result that says itself in a sentence.  Nothing here decides: a choice is made by people,
who see what it hangs on.

```text
reach          the goals of a pilot, and by which chains
coverage       what it tests, what only it tests, what nobody tests
table          criteria × pilots: scores by several people, knock-outs, what is computed
voices         where the scorers disagree, and whom each would choose
weights        as given, all the same, or by their order
choice         the weighted sum
dominance      who is beaten whatever counts how much
stability      how far each weight may move
wanting        what would have to change for a pilot to win
smaa           the share of all weightings in which each pilot wins
crosscheck     what other methods make of it
portfolio      several pilots under a budget
results        after the pilot: what was agreed, what came of it, what to update
effects        what that changes for the goals
teaching       what each pilot would teach about each goal
```
"""
