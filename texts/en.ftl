### All texts in English. Every language has the same messages, which show the same arguments.
### A number that is shown is an argument of its own ($paths); the one beside it ($count) only chooses singular or plural.
### A line break within a text is a space.

## Everywhere

# All pools together.
total = All pools

# A span of $years.
years =
    { $count ->
        [one] one year
       *[other] { $years } years
    }
