import Interchange
import Synthesis

/// Six studies, two of them with names that attack.
func sampleStudies(_ style: StudyNaming.Style? = nil) -> StudyNaming {
  StudyNaming(
    [
      (study(1), "Alder 2019", "alder19"), (study(2), "Birch & Cole 2021", "7"),
      (study(3), "<script>alert(1)</script>", ""), (study(4), "=Dale 2016", "21"),
      (study(5), "Elm 2018", "22"), (study(6), "Ångström-Fairweather 2020", "23"),
    ], style: style)
}

/// An identity for a test.
func study(_ number: UInt64) -> EntityID { EntityID(high: 0x5000, low: number) }

/// A tree with everything that trees have: several places, a theme under a theme, a pile, names that
/// attack, codes left out.
func sampleTree(_ style: StudyNaming.Style? = nil) -> ThematicTree {
  ThematicTree(
    title: "Staying with a link worker",
    question: "How do people come to stay in a service that somebody else chose for them?",
    round: "round 2", studies: sampleStudies(style),
    roots: [
      .init(
        .analytical, id: "t1", number: "1", name: "Care fitted to the person is the treatment",
        lines: 79, studies: [0, 1, 2, 3, 4, 5],
        children: [
          .init(
            .descriptive, id: "t2", number: "1.1", name: "A relationship that carries the work",
            lines: 31, studies: [0, 1, 2, 4, 5],
            children: [
              beingHeard,
              .init(
                .code, id: "c2",
                name: "pacing set together, week by week, and never faster than the slower of the"
                  + " two who have to keep to it afterwards", lines: 6, studies: [0, 4]),
              .init(
                .descriptive, id: "t3", number: "1.1.1", name: "Time that is given", lines: 4,
                studies: [5],
                children: [
                  .init(.code, id: "c3", name: "=cmd|'/c calc'!A1", lines: 4, studies: [5])
                ]),
            ]),
          .init(
            .descriptive, id: "t4", number: "1.2", name: "<b>Referrals</b> | that \"fit\" & last",
            lines: 17, studies: [1, 3],
            children: [
              .init(.code, id: "c4", name: "user\u{202e}txt.exe\\N", lines: 17, studies: [1, 3])
            ]),
          .init(.code, id: "c5", name: "1. a code under the theme itself", lines: 0, studies: []),
        ]),
      .init(
        .analytical, id: "t5", number: "2", name: "A place to become someone again", lines: 9,
        studies: [0, 1, 2, 4, 5],
        children: [
          .init(
            .descriptive, id: "t6", number: "2.1", name: "The whole of a life", lines: 9,
            studies: [0, 1, 2, 4, 5], children: [beingHeardAgain])
        ]),
      .init(
        .descriptive, id: "t7", number: "3", name: "", lines: 3, studies: [2],
        children: [
          .init(.code, id: "c6", name: "שלום\u{1b}[31m", lines: 3, studies: [2])
        ]),
    ],
    notPlaced: [.init(id: "c7", name: "a warm welcome"), .init(id: "c8", name: "- waiting")],
    leftOut: [.init(id: "c9", name: "asides", reason: "not about the *question*")])
}

private let beingHeard = ThematicTree.Node(
  .code, id: "c1", name: "being heard", lines: 9, studies: [0, 1, 2, 4, 5], alsoIn: ["2.1"])
private let beingHeardAgain = ThematicTree.Node(
  .code, id: "c1", name: "being heard", lines: 9, studies: [0, 1, 2, 4, 5], alsoIn: ["1.1"])

/// A tree that fills pages: 66 codes with names of 120 characters, themes under themes under themes.
func largeTree(studies count: Int = 6) -> ThematicTree {
  let studies = StudyNaming(
    (1...count).map { (study(UInt64($0)), longName("Study \($0)", 60), "") })
  let words = "what people say when nobody has asked them yet "
  func codes(_ prefix: String, _ count: Int) -> [ThematicTree.Node] {
    (1...count).map { index in
      let feeding = studies.items.indices.filter { ($0 * 7 + index) % 3 != 0 }
      return .init(
        .code, id: "\(prefix)-\(index)", name: longName("\(prefix) \(index) \(words)", 120),
        lines: index, studies: feeding, alsoIn: index % 5 == 0 ? ["1.1", "2.3", "10.12"] : [])
    }
  }
  func theme(
    _ kind: ThematicTree.Node.Kind, _ number: String, _ children: [ThematicTree.Node]
  ) -> ThematicTree.Node {
    .init(
      kind, id: number, number: number, name: longName("Theme \(words)", 120), lines: 120,
      studies: Array(studies.items.indices), alsoIn: ["9"], children: children)
  }
  return ThematicTree(
    title: longName("A review with long names ", 120), question: longName("Why \(words)", 240),
    studies: studies,
    roots: [
      theme(
        .analytical, "1",
        [
          theme(.descriptive, "1.1", codes("a", 20)),
          theme(
            .descriptive, "1.2",
            codes("b", 3) + [
              theme(
                .descriptive, "1.2.1",
                codes("c", 5) + [theme(.descriptive, "1.2.1.1", codes("d", 8))]),
              theme(.descriptive, "1.2.2", []),
            ] + codes("e", 2)),
        ] + codes("f", 2)),
      theme(.descriptive, "2", codes("g", 24)),
      theme(
        .analytical, "3",
        [theme(.analytical, "3.1", codes("h", 1)), theme(.descriptive, "3.2", codes("i", 1))]),
    ],
    leftOut: codes("x", 9).map { .init(id: $0.id, name: $0.name, reason: longName("because ", 90)) }
  )
}

/// A name of so many characters.
func longName(_ words: String, _ count: Int) -> String {
  var name = words
  while name.count < count { name += words }
  var cut = String(name.prefix(count))
  if cut.hasSuffix(" ") { cut = cut.dropLast() + "." }
  return cut
}
