/**
 * What is told of each fault of twoFaults.test.ts alone and, set in, how it is told otherwise beside another one. What is no
 * longer told is mostly told of another cell already, or judged by a cell that is itself at fault.
 */
export const TOLD = `
<u>03/07/2022</u> <u>03/08/2022</u>: information box-3 2 of 2
  no warning exercise-pair: 1.4 X ; 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no warning box-3, but information closed-day, but information filed-late: 2.2 03/05/2022
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
  no hint derivative-dates: 6.9 03/07/2023
  no warning derivative-dates: 6.10 03/07/2021
03/09/2022 03/06/2022: error signature - of 0
  no warning box-3, but information box-3: 2.2 03/05/2022
03/09/2022 03/30/2022: information filed-late - of 0
  no warning box-3, but information box-3: 2.2 03/05/2022
1.1 Commmon Stock: information holdings-drift - of 1
  no information holdings-drift: 1.2 nothing ; 1.4 Q ; 1.4 nothing ; 1.6 5x0 ; 1.6 0 ; 1.6 nothing ; 1.7 D ; 1.7 X ; 1.8 $1O ; 1.9 9.503x ; 1.9 nothing ; 1.10 X ; 1.10 I ; 1.11 By Spouse ; 2.4 P ; 2.4 5 ; 2.5 X ; 2.7 A ; 2.9 9,703 ; 2.10 I
  no information holdings-drift, no information price-outlier: 1.4 S
  no information holdings-drift, no error holdings-total: 1.9 9,530 ; 2.6 20
  no information holdings-drift, no warning holdings-total, but warning holdings-drift: 3.9 9,303
1.2 03/07/2202: error date-range *1 of 1
  no warning exercise-pair: 1.4 X ; 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no information price-outlier: 1.4 S
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no error holdings-total, but hint holdings-total: 1.9 9,530 ; 2.6 20 ; 2.9 9,703
  no warning box-3, but information box-3, but information closed-day, but information filed-late: 2.2 03/05/2022
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.2 03/07/22: error date-format *1 of 1
  no warning exercise-pair: 1.4 X ; 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no warning box-3, but information box-3, but information closed-day, but information filed-late: 2.2 03/05/2022
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.2 02/30/2022: error date-format - of 0
  no warning exercise-pair: 1.4 X ; 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no information price-outlier: 1.4 S
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning box-3, but information box-3, but information closed-day, but information filed-late: 2.2 03/05/2022
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.2 nothing: error date-format - of 0
  no warning exercise-pair: 1.4 X ; 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no information price-outlier: 1.4 S
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning box-3, but information box-3, but information closed-day, but information filed-late: 2.2 03/05/2022
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.4 Q: error code-unknown !- of 1
  no warning exercise-pair: 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no warning code-side: 1.7 D
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.4 X: warning exercise-pair - of 0
  no warning exercise-pair: 1.6 5x0 ; 1.6 0 ; 1.6 nothing ; 1.7 X ; 6.7 500 |
  no warning exercise-pair, no warning exercise-pair: 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no warning exercise-pair, no warning code-side: 1.7 D
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning exercise-pair, no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.4 S: error code-side !- of 1, information price-outlier - of 0
  no warning exercise-pair: 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no error code-side, no warning code-side: 1.7 D
  no error code-side: 1.7 X
  no information price-outlier: 1.8 nothing ; 1.8 $1O ; 1.9 9,530 ; 2.2 03/05/2022 ; 2.4 5 ; 2.6 20 ; 2.8 $431.6 <sup>(1)</sup> ; 2.9 9,703 ; $43.00 to $43.40 $34.00 to $34.40
  no warning exercise-price: 1.8 $9,503 ; 6.2 $11
  no information price-outlier, no warning exercise-price: 1.8 $0
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.4 nothing: error code-unknown - of 0
  no warning exercise-pair: 1.6 50 ; 6.3 03/08/2022 ; 6.5 S
  no warning code-side: 1.7 D
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.6 5x0: error number-format - of 0
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair: 6.3 03/08/2022 ; 6.5 S
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.6 0: warning amount-zero - of 0
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair: 6.3 03/08/2022 ; 6.5 S
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.6 50: warning exercise-pair - of 0
  no warning exercise-pair: 1.7 D ; 1.7 X ; 1.8 $1O ; 1.9 9.503x ; 1.9 nothing ; 1.10 X ; 1.10 I ; 1.11 By Spouse ; 6.5 S ; 6.7 500 | ; 6.14 -5
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning exercise-pair, no warning exercise-pair: 6.3 03/08/2022
  no warning exercise-pair, no warning exercise-pair, but information underlying-amount: 6.8 5,000
  no information underlying-amount: 6.12 50
1.6 nothing: error amount-zero - of 0
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair: 6.3 03/08/2022 ; 6.5 S
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.7 D: warning code-side *1 of 1
  no warning exercise-price: 1.8 $9,503 ; 1.8 $0 ; 6.2 $11
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair: 6.3 03/08/2022 ; 6.5 S
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.7 X: error side-invalid *1 of 2
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-pair: 6.3 03/08/2022 ; 6.5 S
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.8 nothing: error price-missing - of 0
  no error footnote-unreferenced: 2.8 $43.16 ; 3.4 J ; 4.11 nothing
  no warning exercise-price: 6.2 $11
  no warning exercise-pair: 6.5 S
1.8 $9,503: warning exercise-price 1 of 1
  no warning exercise-price: 6.2 $11 ; 6.3 03/08/2022 ; 6.5 S ; 6.8 5,000
1.8 $1O: error number-format - of 0
  no warning holdings-total, but hint holdings-total: 3.9 9,303
  no warning exercise-price: 6.2 $11
  no warning exercise-pair: 6.5 S
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.8 $0: warning exercise-price 1 of 1
  no warning exercise-price: 6.2 $11 ; 6.3 03/08/2022 ; 6.8 5,000
  no warning exercise-price, no warning exercise-pair: 6.5 S
1.9 9,530: error holdings-total 1 of 3
  no error holdings-total: 1.10 X ; 1.10 I ; 1.11 By Spouse ; 2.4 P ; 2.4 5 ; 2.5 X ; 2.6 20 ; 2.7 A ; 2.10 I
  no error footnote-unreferenced: 2.8 $43.16 ; 3.4 J ; 4.11 nothing
  no error holdings-total, no warning holdings-total, but hint holdings-total, but hint holdings-total: 3.9 9,303
1.9 9.503x: error number-format - of 0
  no error holdings-total: 2.6 20
  no warning holdings-total, but information holdings-total: 3.9 9,303
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.9 nothing: error holdings-total-missing - of 0
  no error holdings-total: 2.6 20
  no warning holdings-total, but information holdings-total: 3.9 9,303
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.10 X: error ownership-form 1 of 2
  no error nature-with-direct: 1.11 By Spouse
  no error holdings-total: 2.6 20
  no warning holdings-total, but information holdings-total: 3.9 9,303
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.10 I: error nature-missing 3 of 3
  no error nature-missing, no error nature-with-direct, but information holdings-drift, but warning holding-repeats-row: 1.11 By Spouse
  no error holdings-total: 2.6 20
  no warning holdings-total: 3.9 9,303
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
1.11 By Spouse: error nature-with-direct 1 of 2
  no error holdings-total: 2.6 20
  no warning holdings-total: 3.9 9,303
  but warning holding-repeats-row: 5.10 D
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
2.2 03/05/2022: warning box-3 1 of 2
  no warning box-3, but information box-3, but information closed-day, but information filed-late: 6.7 500 |
2.4 P: error code-side *1 of 2
  no error holdings-total: 2.6 20
  no error code-side, no error code-side, but error holdings-total: 2.7 A
  no warning holdings-total, but hint holdings-total: 3.9 9,303
2.4 5: error code-unknown *1 of 2
  no error holdings-total: 2.6 20
  no error code-side: 2.7 A
  no warning average-out-of-range: 2.8 $431.6 <sup>(1)</sup> ; $43.00 to $43.40 $34.00 to $34.40
  no warning holdings-total, but hint holdings-total: 3.9 9,303
2.5 X: error code-v-cell !2 of 2
  no error holdings-total: 2.6 20
  no warning holdings-total, but hint holdings-total: 3.9 9,303
2.6 20: error holdings-total 1 of 2
  no error holdings-total: 2.7 A ; 2.10 I
  no error footnote-unreferenced: 2.8 $43.16 ; 3.4 J ; 4.11 nothing
  no error holdings-total, no warning holdings-total, but hint holdings-total, but hint holdings-total: 3.9 9,303
2.7 A: error code-side *1 of 1
  no warning holdings-total, but hint holdings-total: 3.9 9,303
2.8 $431.6 <sup>(1)</sup>: warning average-out-of-range - of 0
  no warning average-out-of-range: $43.00 to $43.40 $34.00 to $34.40
2.8 $43.16 <sup>(4)</sup>: error footnote-undefined *1 of 2
  but error footnote-unreferenced: 3.4 J ; 4.11 nothing
  no warning average-out-of-range: $43.00 to $43.40 $34.00 to $34.40
2.8 $43.16: error footnote-unreferenced - of 1
  no error footnote-unreferenced: 3.9 9,303 ; 6.7 500 | ; 7.13 nothing ; 3. The reporting person is a trustee. nothing
  no warning average-out-of-range: $43.00 to $43.40 $34.00 to $34.40
2.9 9,703: error holdings-total *1 of 1
  no error holdings-total: 2.10 I
  no warning holdings-total, but error holdings-total: 3.9 9,303
2.10 I: error nature-missing 3 of 3
  no warning holdings-total: 3.9 9,303
3.4 J: error code-j-footnote !- of 1, error footnote-unreferenced - of 1
  no error footnote-unreferenced: 3.9 9,303 ; 6.7 500 | ; 7.13 nothing ; 2. A transfer 3. A transfer ; 3. The reporting person is a trustee. nothing
3.4 A <sup>(2)</sup>: warning code-side !- of 2
  no warning holdings-total: 3.9 9,303
3.9 9,303: warning holdings-total 1 of 1
  no error footnote-unreferenced: 4.11 nothing
4.8 $430.2: nothing
4.10 D: error nature-with-direct 2 of 2
  no error nature-with-direct, no error nature-missing, no error footnote-unreferenced, but error holdings-total: 4.11 nothing
4.11 nothing: error nature-missing - of 2, error footnote-unreferenced - of 1
  no error footnote-unreferenced: 6.7 500 | ; 7.13 nothing
  no error footnote-unreferenced, no error footnote-undefined: 3. The reporting person is a trustee. nothing
5.9 9,183: nothing
5.10 D: error nature-with-direct 2 of 2
6.2 $11: warning exercise-price - of 1
  no warning exercise-price: 6.3 03/08/2022 ; 6.5 S ; 6.8 5,000
6.3 03/08/2022: warning exercise-pair - of 0
  no warning exercise-pair: 6.5 S ; 6.7 500 |
  no warning exercise-pair, no warning exercise-pair, but information underlying-amount: 6.8 5,000
6.5 S: warning exercise-pair - of 0
  no warning exercise-pair, but information underlying-amount: 6.8 5,000
  no hint derivative-dates: 6.9 03/07/2023
6.7 500 |: error row-cells !- of 1
  no warning exercise-pair: 6.8 5,000
  no hint derivative-dates: 6.9 03/07/2023
  no warning derivative-dates: 6.10 03/07/2021
  no information underlying-amount: 6.12 50
  no error number-format: 6.14 -5
6.8 5,000: warning exercise-pair - of 0
  no warning exercise-pair: 6.14 -5
6.9 03/07/2023: hint derivative-dates - of 0
  no hint derivative-dates: 6.10 03/07/2021
6.10 03/07/2021: warning derivative-dates - of 0
6.12 50: information underlying-amount - of 0
  no information underlying-amount: 6.14 -5
6.14 -5: error number-format - of 0
7.1 Common Stock: information underlying-itself - of 0
7.8 70: error side-invalid *1 of 1
  no warning holdings-below-acquired: 7.14 27
7.10 03/08/2019: warning derivative-dates - of 0
7.13 nothing: error price-missing - of 0
7.14 27: warning holdings-below-acquired - of 0
$43.00 to $43.40 $43.40 to $43.00: nothing
$43.00 to $43.40 $34.00 to $34.40: warning average-out-of-range - of 0
undertakes to give gave: nothing
2. A transfer 3. A transfer: error footnote-duplicate !- of 1
  no error footnote-duplicate: 3. The reporting person is a trustee. nothing
3. The reporting person is a trustee. nothing: error footnote-undefined - of 1
`;
