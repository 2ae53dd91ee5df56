/** What the findings of the flagged examples of each page offer; offers.test.ts says how to read it. */
export const OFFERS = String.raw`
unread 1
unread 2
unread 3
xml-wellformed 1
xml-wellformed 2
xml-wellformed 3
xml-structure 1
xml-structure 2
xml-structure 3
xml-structure 4
xml-structure 5
xml-structure 6
  there: the first ⟦securityTitle⟧
owner-ccc 1
  fix: Take out the CCC (preferred)
row-cells 1
  fix: Shift "A" and the cells after it right (preferred)
row-cells 2
  fix: Shift "A" and the cells after it left (preferred)
row-cells 3
row-cells 4
row-cells 5
cells-exchanged 1
  there: the other one ⟦693⟧
  fix: Exchange $43.16 and 693 (preferred)
cells-exchanged 2
  there: the other one ⟦9,503⟧
  fix: Exchange $43.16 and 9,503 (preferred)
cells-exchanged 3
  there: the other one ⟦\$1,693⟧
  fix: Exchange 43.16 and 1,693 (⟦43.16⟧ → ⟦1,693⟧, ⟦\$1,693⟧ → ⟦\$43.16⟧)
duplicate-row 1
  there: the row that it repeats ⟦Common Stock⟧
  fix: Delete this row (⟦| Common Stock | 03/07/2022 |  | A |  | 693 | A | \$43.16 | 9,503 | D |  |⏎⟧ → ⟦⟧)
duplicate-row 2
  there: the row that it repeats ⟦Common Stock⟧
  fix: Delete this row (⟦| Common Stock |  |  |  |  |  |  |  | 597 | I | By Child |⏎⟧ → ⟦⟧)
holding-repeats-row 1
  there: the row that reports the holding ⟦9,503⟧
  fix: Delete this row (⟦| Common Stock |  |  |  |  |  |  |  | 8,810 | D |  |⏎⟧ → ⟦⟧)
table-rows 1
no-transaction 1
  there: the box of those who are no longer subject to Section 16 ⟦Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).⟧
code-form5-suffix 1
  fix: Change the code to P (preferred)
code-form5-suffix 2
  fix: Change the code to S/K (preferred)
code-form5-suffix 3
  fix: Clear the 3 (preferred)
number-format 1
  fix: Write 693 (⟦6,93⟧ → ⟦693⟧)
  fix: Write 6.93 (⟦6,93⟧ → ⟦6.93⟧)
number-format 2
  fix: Write $43.1612 (preferred)
number-format 3
number-format 4
amount-zero 1
amount-zero 2
field-missing 1
field-missing 2
field-too-long 1
field-too-long 2
date-format 1
  fix: Write 03/07/2022 (preferred, safe)
date-format 2
  fix: Write 03/07/2022 (⟦03/37/2022⟧ → ⟦03/07/2022⟧)
  fix: Write 03/08/2022 (⟦03/37/2022⟧ → ⟦03/08/2022⟧)
date-format 3
  fix: Write 03/07/2022 (preferred, safe)
date-format 4
  fix: Clear the date (preferred)
date-range 1
  fix: Write 03/07/2022 (preferred)
date-range 2
  fix: Write 03/07/2022 (preferred)
signature 1
  there: the last transaction ⟦03/07/2022⟧
  there: box 3 ⟦03/07/2022⟧
  fix: Write 03/08/2022 (preferred)
signature 2
signature 3
date-after-signature 1
  there: the signature ⟦2022⟧
  fix: Write 03/07/2022 (preferred)
date-after-signature 2
  there: the last transaction ⟦03/10/2022⟧
box-3 1
  there: the earliest transaction ⟦03/07/2022⟧
  fix: Set box 3 to 03/07/2022 (preferred)
box-3 2
  there: the earliest transaction ⟦03/07/2022⟧
  fix: Set box 3 to 03/07/2022 (preferred)
box-3 3
  there: the earliest transaction ⟦03/04/2022⟧
  fix: Set box 3 to 03/04/2022 (⟦03/07/2022⟧ → ⟦03/04/2022⟧)
box-3 4
  there: box 3 ⟦03/07/2022⟧
  fix: Write 03/07/2022 (preferred)
box-3 5
  there: box 3 ⟦03/07/2022⟧
  fix: Write 03/07/2022 (⟦12/06/2021⟧ → ⟦03/07/2022⟧)
  fix: Set box 3 to 12/06/2021 (⟦03/07/2022⟧ → ⟦12/06/2021⟧)
box-3 6
  there: the signature ⟦03/07/2022⟧
  fix: Exchange 03/09/2022 and 03/07/2022 (preferred)
box-3 7
  there: the earliest transaction ⟦01/10/2022⟧
  fix: Set box 3 to 01/10/2022 (⟦03/07/2022⟧ → ⟦01/10/2022⟧)
deemed-date 1
  fix: Clear the deemed execution date (preferred)
filed-late 1
  there: due 03/09/2022 ⟦03/07/2022⟧
closed-day 1
derivative-dates 1
  there: the transaction date ⟦03/07/2022⟧
derivative-dates 2
  there: the date exercisable ⟦03/07/2033⟧
derivative-dates 3
  there: the transaction date ⟦03/07/2022⟧
derivative-dates 4
  there: the transaction date ⟦03/07/2022⟧
code-v-cell 1
  fix: Write V (preferred)
  fix: Clear "X" (⟦ X ⟧ → ⟦  ⟧)
code-v-cell 2
  fix: Move G to the code column (preferred)
code-v-cell 3
  fix: Clear "1" (preferred, safe)
code-unknown 1
  fix: Change the code to A (preferred)
code-unknown 2
  fix: Change the code to S (preferred)
code-unknown 3
code-k-alone 1
  fix: Change the code to S/K (preferred)
code-k-alone 2
  fix: Change the code to P/K (preferred)
code-v-in-code 1
  fix: Move W to the code column and V to its own (preferred)
code-v-in-code 2
code-multiple 1
  fix: Change the code to M (⟦M/S⟧ → ⟦M⟧)
  fix: Change the code to S (preferred)
code-table 1
code-j-footnote 1
  fix: Add footnote 2 and cite it here (preferred)
code-l-limit 1
gift-early 1
  fix: Clear the V (preferred)
gift-early 2
  fix: Clear the V (preferred)
voluntary-unneeded 1
  fix: Clear the V (preferred)
exercise-leg 1
side-invalid 1
  fix: Change B to A (preferred)
  fix: Change B to D (⟦B⟧ → ⟦D⟧)
side-invalid 2
  fix: Change a to A (preferred, safe)
side-invalid 3
  there: the amount under the other heading ⟦5,000⟧
  fix: Clear 5 under (A) (preferred)
side-invalid 4
code-side 1
  there: the code ⟦S⟧
  fix: Change A to D (preferred)
code-side 2
  there: the code ⟦P⟧
  there: the total before it ⟦9,503⟧
  fix: Change D to A (preferred)
code-side 3
  there: acquired or disposed of ⟦D⟧
  there: the total before it ⟦9,503⟧
  fix: Change the code to S (preferred)
  fix: Change D to A (⟦D⟧ → ⟦A⟧)
code-side 4
  there: the code ⟦M⟧
  fix: Change D to A (preferred)
code-side 5
  there: the code ⟦A⟧
  fix: Move 5,000 to (A) (preferred)
code-side 6
  there: acquired or disposed of ⟦500⟧
  there: the other half of the exercise ⟦M⟧
  fix: Change the code to M (preferred)
code-owner 1
  there: box 5 ⟦5. Relationship of Reporting Person(s) to Issuer⟧
ownership-form 1
  fix: Write D (direct) (⟦X⟧ → ⟦D⟧)
  fix: Write I (indirect) (⟦X⟧ → ⟦I⟧)
ownership-form 2
  fix: Write I (indirect) (preferred, safe)
nature-with-direct 1
  there: the ownership form ⟦D⟧
  fix: Clear the nature of ownership (⟦ By Spouse ⟧ → ⟦  ⟧)
  fix: Change the ownership form to I (⟦D⟧ → ⟦I⟧)
nature-missing 1
  there: the ownership form ⟦I⟧
  fix: Change the ownership form to D (⟦I⟧ → ⟦D⟧)
cell-needs-footnote 1
  there: footnote 2, which no cell cites: "The option vests in four equal parts." ⟦- ⟧
  fix: Cite footnote (2), which no cell cites (preferred)
cell-needs-footnote 2
title-table 1
underlying-itself 1
  there: column 1 ⟦Stock Option⟧
holdings-total-missing 1
holdings-drift 1
  there: the row that it continues ⟦Class A Common Stock⟧
  there: the total before it ⟦11,700⟧
  there: the total that follows only so ⟦11,000⟧
  fix: Write "Class A Common Stock", as in the row above (⟦Class A Common⟧ → ⟦Class A Common Stock⟧)
holdings-drift 2
  there: the row that it continues ⟦I⟧
  there: the total before it ⟦11,700⟧
  there: the total that follows only so ⟦11,000⟧
  fix: Write "I" and "By Alder Family Trust", as in the row above (⟦D⟧ → ⟦I⟧, ⟦⟧ → ⟦By Alder Family Trust⟧)
holdings-drift 3
  there: the row that it continues ⟦Common Stock⟧
  there: the total before it ⟦11,700⟧
  fix: Write "Common Stock", as in the row above (⟦Common⟧ → ⟦Common Stock⟧)
holdings-order 1
  there: the row that seems to come after it ⟦34,765⟧
  fix: Swap the two rows (preferred)
holdings-total 1
  there: the total before it ⟦9,503⟧
  there: the shares acquired ⟦693⟧
  fix: Set the total to 10,196 (preferred)
holdings-total 2
  there: the total that it leads to ⟦10,196⟧
  there: the total before it ⟦9,503⟧
  fix: Set the amount to 693 (preferred)
  fix: Set this total to 10,142 and change all below it by 54 (⟦10,196⟧ → ⟦10,142⟧, ⟦11,587⟧ → ⟦11,533⟧)
holdings-total 3
  there: the number under the price ⟦\$580⟧
  there: the total that it leads to ⟦11,000⟧
  there: the total before it ⟦11,580⟧
  fix: Exchange the amount and the price 24.9 and 580 (preferred)
  fix: Set the total to 11,555.1 (⟦11,000⟧ → ⟦11,555.1⟧)
  fix: Set the amount to 580 (⟦24.9⟧ → ⟦580⟧)
holdings-total 4
  there: the number under the price ⟦\$11,000⟧
  there: the total before it ⟦11,580⟧
  fix: Exchange the total and the price 24.9 and 11,000 (⟦24.9⟧ → ⟦11,000⟧, ⟦\$11,000⟧ → ⟦\$24.9⟧)
  fix: Set the total to 11,000 (⟦24.9⟧ → ⟦11,000⟧)
  fix: Set the amount to 11,555.1 (⟦580⟧ → ⟦11,555.1⟧)
holdings-total 5
  there: the total that goes on from there ⟦56,798⟧
  there: the shares acquired ⟦4,167⟧
  fix: Set the total before it to 58,420 (⟦54,253⟧ → ⟦58,420⟧)
  fix: Set the total to 52,631 (⟦56,798⟧ → ⟦52,631⟧)
holdings-total 6
  there: the total before it ⟦9,503⟧
  there: the shares acquired ⟦693⟧
  fix: Set the total to 10,196 (⟦10,401⟧ → ⟦10,196⟧)
  fix: Set the amount to 898 (⟦693⟧ → ⟦898⟧)
holdings-total 7
  there: the total before it ⟦9,700⟧
  there: the shares disposed of ⟦130⟧
  there: footnote 2, which no cell cites: "Sold to pay a tax." ⟦- ⟧
  fix: Set the total to 9,570 (⟦9,087⟧ → ⟦9,570⟧)
  fix: Set the amount to 613 (⟦130⟧ → ⟦613⟧)
holdings-below-acquired 1
  there: the amount acquired ⟦1,391⟧
holdings-below-acquired 2
  there: the amount acquired ⟦5,000⟧
holdings-digit 1
  there: the total before it in this grant ⟦4,900⟧
  fix: Set the total to 4,700 (⟦4,800⟧ → ⟦4,700⟧)
title-drift 1
  there: the other spelling ⟦Common Stock⟧
  fix: Write "Common Stock" (preferred)
exercise-pair 1
  there: the other half ⟦M⟧
exercise-pair 2
  there: the other half ⟦350⟧
exercise-pair 3
  there: the other half ⟦03/07/2022⟧
exercise-pair 4
exercise-pair 5
  there: the other half ⟦500⟧
exercise-pair 6
  there: the other half ⟦500⟧
exercise-pair 7
  there: the price ⟦\$29.85⟧
code-against-note 1
  there: footnote 1 ⟦Shares sold in a sell-to-cover transaction to pay taxes.⟧
  fix: Change the code to S (⟦F⟧ → ⟦S⟧)
code-against-note 2
  there: footnote 1 ⟦Restricted stock units that vested on that day.⟧
  fix: Change the code to A (⟦P⟧ → ⟦A⟧)
  fix: Change the code to M (⟦P⟧ → ⟦M⟧)
code-against-note 3
  there: footnote 1 ⟦Shares withheld by the Company to satisfy tax obligations.⟧
  fix: Change the code to F (⟦S⟧ → ⟦F⟧)
code-against-note 4
  there: footnote 1 ⟦The reporting person's adviser acquired them in the open market.⟧
  fix: Change the code to P (⟦A⟧ → ⟦P⟧)
price-missing 1
  there: footnote 2, which no cell cites: "Received for services." ⟦- ⟧
  fix: Cite footnote (2), which no cell cites (preferred)
price-missing 2
price-zero 1
  there: the code ⟦P⟧
price-column-8 1
  there: the exercise price in column 2 ⟦\$10⟧
  fix: Set the price in column 8 to $0 (preferred)
price-like-total 1
  there: a price of the same class, $43.10 ⟦\$43.10⟧
  fix: Set the price to $43.20 (⟦\$21,600⟧ → ⟦\$43.2⟧)
price-like-total 2
  there: the number of shares ⟦2,500⟧
price-like-total 3
price-like-total 4
price-of-exercise 1
  there: the exercise ⟦\$20⟧
gift-price 1
  fix: Set the price to $0 (preferred)
average-out-of-range 1
  there: the range that the footnote states ⟦\$42.80 to \$43.40⟧
  there: the range of footnote 2 ⟦\$44.00 to \$44.40⟧
  there: the row that cites the footnote of this one ⟦\$43.10⟧
  fix: Swap the markers (1) and (2) (preferred)
average-out-of-range 2
  there: the range that the footnote states ⟦\$42.80 to \$43.40⟧
price-outlier 1
  there: another price of that day, $43.10 ⟦\$43.10⟧
average-range-missing 1
  there: the average price ⟦\$43.16⟧
average-range-wide 1
  there: the average price ⟦\$43.16⟧
average-undertaking 1
  fix: Add the undertaking to the footnote (⟦⟧ → ⟦ The reporting person undertakes to give the staff of the Securities and Exchange Commission, the issuer or any security holder of the issuer, upon request, the number of shares traded at each separate price.⟧)
exercise-price 1
  there: the exercise price ⟦\$10⟧
  fix: Set the price to $10 (⟦\$0⟧ → ⟦\$10⟧)
withhold-price 1
  there: the price of another row, $43.16 ⟦\$43.16⟧
withhold-amount 1
  there: acquired that day ⟦50⟧
underlying-amount 1
  there: column 5 ⟦500⟧
underlying-amount 2
  there: column 5 ⟦2,979⟧
footnotes-heading 1
  fix: Add the heading (preferred, safe)
footnote-number 1
  fix: Remove the zeros before footnote numbers (preferred, safe)
footnote-number 2
  there: a letter here too ⟦b⟧
  fix: Number the footnotes 1, 2, 3 and so on (preferred, safe)
footnote-number 3
  there: footnote 1, which no cell cites: "Restricted shares." ⟦- ⟧
  fix: Change the marker to (1) (preferred)
footnote-duplicate 1
  there: 1 is used here first ⟦1⟧
  there: (2) is cited here too ⟦(2)⟧
  fix: Number the footnote 2 (preferred)
footnote-moved 1
  there: footnote 2, which was number 1 ⟦- ⟧
  there: footnote 1, which was number 2 ⟦- ⟧
  there: (2) has not followed ⟦(2)⟧
  fix: The markers follow: (1) → (2), (2) → (1) (preferred)
footnote-moved 2
  there: footnote 1, which was number 2 ⟦- ⟧
  there: (2) has not followed ⟦(2)⟧
  fix: The markers follow: (1) goes, (2) → (1) (preferred)
footnote-undefined 1
  there: footnote 2, which no cell cites: "Granted under the 2020 plan." ⟦- ⟧
  fix: Change the marker to (2) (preferred)
  fix: Add footnote 3 (⟦⟧ → ⟦⏎- [Explain here]⟧)
footnote-undefined 2
  there: (2) is cited here too ⟦(2)⟧
  fix: Add footnote 2 (⟦⟧ → ⟦⏎2. [Explain here]⟧)
footnote-undefined 3
  fix: Add footnote 1 (⟦⟧ → ⟦⏎⏎- [Explain here]⟧)
footnote-undefined 4
footnote-unreferenced 1
  fix: Delete footnote 2 and renumber those after it (⟦- Granted under the 2020 plan.⏎⟧ → ⟦⟧, ⟦3⟧ → ⟦2⟧, ⟦3⟧ → ⟦2⟧)
footnote-unreferenced 2
  fix: Delete footnote 2 (⟦2. Granted under the 2020 plan.⏎⟧ → ⟦⟧)
footnote-unreferenced 3
  there: $43.66, which this range holds and that of its own footnote does not ⟦\$43.66⟧
  fix: Cite footnote (2) at $43.66, and not (1) (preferred)
  fix: Delete footnote 2 (⟦- Weighted average price of trades from \$43.50 to \$44.00. Full information will be given upon request.⏎⟧ → ⟦⟧)
footnote-unreferenced 4
footnote-twice 1
  there: (1) is cited here first ⟦(1)⟧
  fix: Remove the second (1) (preferred, safe)
footnote-too-long 1
  fix: Go on in footnote 2 (preferred)
footnote-empty 1
footnote-order 1
  there: (2) is cited before it ⟦(2)⟧
  fix: Number the footnotes in the order in which they are cited (preferred)
see-footnote 1
  fix: Cite footnote (1) (preferred)
footnote-crossref 1
  there: the last range of prices, footnote 2 ⟦- ⟧
  fix: Change it to (2) (preferred)
footnote-crossref 2
footnote-place 1
  there: footnote 2 ⟦Weighted average price of trades from \$43.00 to \$43.50. Full information will be given to the staff, the issuer or a security holder upon request.⟧
footnote-place 2
  there: footnote 1 ⟦Weighted average price of trades from \$43.00 to \$43.50. Full information will be given to the staff, the issuer or a security holder upon request.⟧
owner-twice 1
  there: the first ⟦Alder Rowan J⟧
relationship 1
relationship 2
relationship 3
relationship 4
amendment 1
  there: the signature ⟦03/08/2022⟧
amendment 2
  there: the earliest transaction ⟦03/07/2022⟧
amendment 3
amendment 4
  there: the note ⟦This amendment is being filed to correct the price.⟧
other-form 1
plan-box 1
  there: the note ⟦The sale was made pursuant to a Rule 10b5-1 trading plan.⟧
plan-box 2
  there: the note ⟦The sale was made pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on December 14, 2022.⟧
plan-box 3
  there: the note ⟦The sale was made pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on August 14, 2023.⟧
plan-adopted 1
  there: the note ⟦The sale was made pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on March 8, 2022.⟧
plan-adopted 2
signed-for 1
  there: the reporting person ⟦Alder Rowan J⟧
ticker-blank 1
trojan-text 1
  fix: Remove this character (preferred, safe)
trojan-text 2
  fix: Write “NBHX” in Latin letters (preferred)
placeholder 1
footnote-on-side 1
  fix: Let the amount cite footnote 1 (preferred)
opening 1
opening 2
opening 3
left-unchanged 1
  fix: Set box 3 to 03/07/2022 (preferred)
left-unchanged 2
holding-gone 1
grant-not-reduced 1
grant-over 1
`;
