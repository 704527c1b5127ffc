import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

extension Coder.Role: ExpressibleByArgument {}

struct CoderCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "coder", abstract: "Add or list the people who work on a review.",
    usage: """
      linewise coder REVIEW add NAME [--initials XY] [--role coder|reviewer|adjudicator|reader]
      linewise coder REVIEW list
      """)

  enum Verb: String, ExpressibleByArgument, CaseIterable { case add, list }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "add or list.") var verb: Verb
  @Argument(help: "The name to add.") var name: String?
  @Option(help: "The initials that stand beside codes; made from the name otherwise.")
  var initials = ""
  @Option(help: "coder, reviewer, adjudicator or reader (who changes nothing).")
  var role = Coder.Role.coder
  @OptionGroup var table: TableOptions

  func act() throws {
    switch verb {
    case .list: try list()
    case .add:
      guard let name else { throw ValidationError("Say whom to add.") }
      try add(name)
    }
  }

  private func add(_ name: String) throws {
    let file = try ReviewFile.open(options.review)
    // The first coder of a review without any adds themselves.
    let coders = try file.coders()
    let actor = coders.isEmpty ? file.id : try actor(in: file, coders).id
    let outcome = try file.perform(
      .addCoder(name: name, initials: initials, role: role), as: actor)
    if case .done(_, let sentence, _) = outcome { Output.say(sentence) }
  }

  /// Who adds: whoever was named, else the first coder.
  private func actor(in file: ReviewFile, _ coders: [Coder]) throws -> Coder {
    (try? options.acting(in: file)) ?? coders[0]
  }

  private func list() throws {
    let rows = try options.openForReading().coders().map { coder in
      [
        TableValue.text(coder.id.description), .text(coder.name), .text(coder.initials),
        .text(coder.role.rawValue),
      ]
    }
    let columns = [
      TableColumn("id", title: "Id", audience: .programs), TableColumn("name", title: "Name"),
      TableColumn("initials", title: "Initials"), TableColumn("role", title: "Role"),
    ]
    table.print(Table(columns: columns, rows: rows), whenEmpty: "no coders yet")
  }
}
