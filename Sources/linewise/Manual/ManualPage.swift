/// The man page, in the man(7) macros.
struct ManualPage {
  private let tool: DescribedTool.Command
  private let usages: [String: String]

  /// Makes the page of a tool.
  ///
  /// - Parameters:
  ///   - tool: The tool as the parser describes it.
  ///   - usages: How each subcommand is called, by its name.
  init(_ tool: DescribedTool.Command, usages: [String: String]) {
    self.tool = tool
    self.usages = usages
  }

  /// The page.
  var text: String {
    let commands = (tool.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    let parts =
      [head, paragraphs(tool.discussion ?? ""), Self.names]
      + [".SH COMMANDS\n"] + commands.map(section) + [Self.tail]
    return parts.joined()
  }

  private var head: String {
    """
    .TH LINEWISE 1 "" "Linewise \(Linewise.version)" "User Commands"
    .SH NAME
    linewise \\- \(Self.escaped(Self.clause(tool.abstract ?? "")))
    .SH SYNOPSIS
    .B linewise
    .I REVIEW
    .br
    .B linewise
    .I COMMAND
    .RI [ OPTION \\&.\\|.\\|.]
    .SH DESCRIPTION

    """
  }

  /// An abstract as a part of a sentence: “line-by-line coding”, without its full stop.
  private static func clause(_ abstract: String) -> String {
    abstract.prefix(1).lowercased() + abstract.dropFirst().trimmingStop
  }

  private func section(_ command: DescribedTool.Command) -> String {
    let usage = (usages[command.commandName] ?? "").split(separator: "\n")
      .map { Self.escaped(String($0.drop { $0 == " " })) }.joined(separator: "\n.br\n")
    let options = (command.arguments ?? []).filter { argument in
      argument.shouldDisplay
        && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
    return """
      .SS \(command.commandName)
      .nh
      .ad l
      \(usage)
      .ad
      .hy
      .PP
      \(Self.escaped(command.abstract ?? ""))
      \(paragraphs(command.discussion ?? ""))\(options.map(item).joined())
      """
  }

  private func item(_ argument: DescribedTool.Argument) -> String {
    let value = "\\fI\(Self.escaped((argument.valueName ?? "").uppercased()))\\fR"
    let names = (argument.names ?? []).map { name in
      "\\fB" + Self.escaped((name.kind == "long" ? "--" : "-") + name.name) + "\\fR"
    }
    let term =
      switch argument.kind {
      case "positional": value
      case "option": names.joined(separator: ", ") + " " + value
      default: names.joined(separator: ", ")
      }
    let preset = argument.defaultValue.map { $0.isEmpty ? "" : " Default: \($0)." } ?? ""
    return ".TP\n\(term)\n\(Self.escaped((argument.abstract ?? "") + preset))\n"
  }

  private func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true)
      .map { ".PP\n\(Self.escaped(String($0)))\n" }.joined()
  }

  /// Text in which nothing is a request or an escape of the formatter.
  static func escaped(_ text: String) -> String {
    let plain = text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "`": "\\(ga"
      case "'": "\\(aq"
      default: String(character)
      }
    }.joined()
    return plain.hasPrefix(".") ? "\\&" + plain : plain
  }
}

extension Substring {
  fileprivate var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : String(self) }
}
