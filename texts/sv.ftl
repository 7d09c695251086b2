### Alla texter på svenska. Vad meddelandena och deras argument är står i en.ftl.

## Överallt

total = Alla portföljer

years =
    { $count ->
        [one] ett år
       *[other] { $years } år
    }
