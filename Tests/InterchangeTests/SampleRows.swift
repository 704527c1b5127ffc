import Interchange

let sampleCodings = [
  CodingRow(
    id: "c1", code: "being heard", study: "Alder 2019", document: "Alder 2019 (main report)",
    line: 12,
    start: 1_480, end: 1_559, text: "She let me finish, and that was new.", coder: "Ada Lind",
    at: "2026-03-02T09:14:07Z", memo: "silence?"),
  CodingRow(
    id: "c2", code: "=cmd|'/c calc'!A1", study: "<script>alert(1)</script>", document: "a \"b\", c",
    line: 1, start: 0, end: 9, text: "one\ntwo\u{202e}", coder: "+1", at: "2026-03-02T09:14:08Z"),
]

let sampleLines = [
  LineRow(
    study: "Alder 2019", document: "main", section: "Findings", eligible: true, line: 12,
    start: 1_480,
    end: 1_516, role: .participant, state: .quotation, text: "She let me finish.", codes: []),
  LineRow(
    study: "Alder 2019", document: "main", section: "Findings", eligible: true, line: 13,
    start: 1_517,
    end: 1_560, role: .mixed, state: .coded, text: "One called it “my talking”.",
    codes: ["being heard", "=1+1"]),
  LineRow(
    study: "Alder 2019", document: "main", section: "Findings", eligible: true, line: 14,
    start: 1_561,
    end: 1_590, role: .author, state: .setAside, text: "- a dash | a bar", codes: []),
  LineRow(
    study: "Alder 2019", document: "main", section: "Findings", eligible: true, line: 15,
    start: 1_591,
    end: 1_600, role: .author, state: .open, text: "👩🏽‍⚕️ waits", codes: []),
  LineRow(
    study: "Alder 2019", document: "main", section: "References", eligible: false, line: 16,
    start: 1_601, end: 1_640, role: .author, state: nil, text: "Birch B. 2021.", codes: []),
]

let sampleCodes = [
  CodeRow(
    id: "k1", name: "being heard", definition: "Somebody listens.", lines: 12, studies: 3,
    coders: 2,
    themes: ["A relationship that carries", "Time"], createdBy: "Ada Lind",
    createdAt: "2026-03-02T09:14:07Z"),
  CodeRow(
    id: "k2", name: "@SUM(1)", definition: "", lines: 0, studies: 0, coders: 0, themes: [],
    createdBy: "Jonas Okafor", createdAt: "2026-03-02T09:15:00Z"),
]

let sampleStudyRows = [
  StudyRow(
    id: "s1", label: "Alder 2019", citation: "Alder A. Being met. J Care 2019;1:2–9.", year: 2019,
    doi: "10.1000/182", key: "alder2019", group: "Link",
    characteristics: [("country", "Kenya"), ("n", "12")],
    documents: 2, lines: 210, eligibleLines: 96),
  StudyRow(id: "s2", label: "Birch 2021", documents: 1, lines: 88, eligibleLines: 40),
]

let sampleThemes = [
  ThemeRow(
    id: "t1", name: "A relationship that carries", level: "analytical", number: "1", parents: [],
    codes: ["being heard", "=1+1"], studies: ["Alder 2019", "Birch 2021"], studyCount: 2, lines: 14,
    statement: "It carries, or it breaks.", answer: "They stay with somebody.", isAgreed: true,
    agreedBy: ["Ada Lind"]),
  ThemeRow(
    id: "t2", name: "pile 1.1", level: "descriptive", number: "1.1",
    parents: ["A relationship that carries"], codes: [], studies: [], studyCount: 2, lines: 0,
    lapsed: ["Ada Lind", "+1"], isNamed: false),
]

let sampleCoverage = [
  CoverageRow(
    study: "Alder 2019", coder: "Ada Lind", eligible: 90, coded: 70, setAside: 5, open: 15,
    quotations: 6, rolesConfirmed: 80, rolesGuessed: 16)
]

let sampleHistory = [
  HistoryRow(
    at: "2026-03-02T09:14:07Z", coder: "Ada Lind", verb: "code",
    sentence: "Ada Lind coded Alder 2019, line 12, as ‘being heard’", action: "a1",
    changes: [
      .init(kind: "code", entity: "k1", fields: #"{"name":"being heard"}"#),
      .init(kind: "coding", entity: "c1", fields: "{\"memo\":\"\u{202e}\",\"on\":1}"),
    ]),
  HistoryRow(
    at: "2026-03-02T09:14:09Z", coder: "Ada Lind", verb: "undo", sentence: "Ada Lind took it back",
    action: "a2", changes: []),
]
