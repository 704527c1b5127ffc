import Interchange

/// A codebook as a review of three studies might have it, and one code that nobody has used.
let sampleCodebook = Codebook(
  title: "Living with a link worker",
  question: "How do people who were sent to a link worker describe what helped and what did not?",
  entries: [beingHeard, waiting, formulaCode, scriptCode, tableCode, unusedCode],
  coders: ["Ada Lind", "Jonas Okafor"], studies: 3, round: "first round", version: "1.0")

private let beingHeard = CodebookEntry(
  id: "5d0c2c1e-6d2f-4a57-9f3b-1c8f5a4f7e01", name: "being heard by somebody with time",
  definition: "Somebody listens for as long as it takes, and the person notices that they do.",
  includes: "time that is given\nbeing asked a second question",
  excludes: "Friendliness without time: see “a warm welcome”.",
  example: "The first person who did not look at the clock.",
  memo: "We argued whether silence belongs here. It does.", lines: 12, studies: 3, coders: 2,
  studyLabels: ["Alder 2019", "Birch 2021", "Cedar 2022"], createdBy: "Ada Lind",
  createdAt: "2026-03-02T09:14:07Z", firstStudy: "Alder 2019", firstLine: 12,
  themes: ["A relationship that carries", "Time as the treatment"],
  quotations: [
    CodebookQuotation(
      text: "She let me finish. I don’t think anybody had let me finish since my wife died.",
      study: "Alder 2019", line: 12, speaker: "P7, man, 71", voice: .participant, chosen: true),
    CodebookQuotation(
      text:
        "Participants contrasted the hour with the link worker with the “seven minutes” of a visit"
        + " to the doctor, and described the difference less as advice than as attention.",
      study: "Birch 2021", line: 48, chosen: true),
    CodebookQuotation(
      text: "It was just talking, but it was my talking.", study: "Cedar 2022", line: 5,
      voice: .participant),
    CodebookQuotation(
      text: "Most valued the unhurried first meeting.", study: "Cedar 2022", line: 31),
  ], quotationsLeft: 8)

private let waiting = CodebookEntry(
  id: "0b5c9a52-8d6e-4f7c-8a5e-32a7c6d9be02", name: "waiting without being told why",
  definition: "A gap in the service that nobody explains.", lines: 1, studies: 1, coders: 1,
  studyLabels: ["Birch 2021"], createdBy: "Jonas Okafor", createdAt: "2026-03-03T16:40:00Z",
  firstStudy: "Birch 2021", firstLine: 20, themes: ["Time as the treatment"],
  quotations: [
    CodebookQuotation(
      text: "Nobody rang. Then somebody rang, and it was somebody else.", study: "Birch 2021",
      line: 20, speaker: "Participant 3", voice: .participant)
  ], quotationsLeft: 1)

private let formulaCode = CodebookEntry(
  id: "77d0f4d3-52c4-4c6e-b0b4-63a1f8d7aa03", name: "=cmd|'/c calc'!A1",
  definition: "-2+3\n- a list?\n1. another?", memo: "'=1+1", lines: 2, studies: 1, coders: 1,
  studyLabels: ["@SUM(1)"], createdBy: "+1", createdAt: "2026-03-04T08:00:00Z",
  firstStudy: "@SUM(1)", firstLine: 1, themes: ["＝1+1"],
  quotations: [
    CodebookQuotation(
      text: "\t=HYPERLINK(\"http://example.org\")\r\n=2", study: "@SUM(1)", line: 1, chosen: true)
  ])

private let scriptCode = CodebookEntry(
  id: "c9a86a8c-9a4e-4d0e-a1b8-90f3f1f0bb04", name: "<script>alert(1)</script>",
  definition: "\"><svg onload=x> & 'quotes' \"double\"", includes: "\"\u{301} onload=x",
  excludes: "--> ]]> </style> &lt;", lines: 3, studies: 2, coders: 2,
  studyLabels: ["<img src=x onerror=alert(1)>", "O’Neill 2020"], createdBy: "Ada Lind",
  createdAt: "2026-03-04T08:00:01Z", firstStudy: "O’Neill 2020", firstLine: 3,
  themes: ["[x](javascript:alert(1))"],
  quotations: [
    CodebookQuotation(
      text: "</blockquote><b>bold</b> https://example.org", study: "O’Neill 2020", line: 3,
      speaker: "<i>P1</i>", voice: .participant)
  ])

private let tableCode = CodebookEntry(
  id: "e1b1c2d3-1111-4a2b-8c3d-4e5f60718205",
  name: "cut | in | cells\nand *stars*, user\u{202e}txt.exe",
  definition: "# not a heading\n\n> not a quotation\n    not code\n| not | a table |\n===",
  example: "👩🏽‍⚕️ caring, שלום, naïve, 漢字", lines: 4, studies: 1, coders: 1,
  studyLabels: ["Ångström 2018"], createdBy: "Jonas Okafor", createdAt: "2026-03-05T10:00:00Z",
  firstStudy: "Ångström 2018", firstLine: 2, themes: ["a|b\nc"],
  quotations: [
    CodebookQuotation(
      text: "1. I was asked\n2. I was not answered\u{1b}[31m", study: "Ångström 2018", line: 2,
      speaker: "נועה", voice: .participant)
  ])

private let unusedCode = CodebookEntry(
  id: "f2c2d3e4-2222-4b3c-9d4e-5f6071829306", name: "a warm welcome", createdBy: "Ada Lind",
  createdAt: "2026-03-06T11:30:00Z")
