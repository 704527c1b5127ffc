import ArgumentParser
import ScreenCells
import Workbench

/// Draws the desk's own screen, for documents.
struct PictureCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "Draw the desk as it would stand after some keys, as SVG or text.",
    shouldDisplay: false)

  @OptionGroup var options: ReviewOptions
  @Option(help: "Columns and rows: 110x32.") var size = "110x32"
  @Option(help: "Keys as keymaps name them, separated by spaces.") var keys = ""
  @Option(help: "auto, dark, light, high-contrast or mono.") var theme = Palette.Theme.dark
  @Flag(help: "The words alone.") var text = false
  @OptionGroup var target: ExportTarget

  func act() throws {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2 else { throw Failure(.usage, "a size is COLUMNSxROWS, like 110x32") }
    let session = try options.openForActing()
    try target.check(isApartFrom: session.file)
    var desk = try Headless(
      session, size: Size(columns: numbers[0], rows: numbers[1]), keymap: .builtIn,
      settings: Settings())
    for key in keys.split(separator: " ") { try desk.press(String(key)) }
    let frame = desk.state.view()
    try target.write(
      text ? frame.text + "\n" : frame.svg(palette: Palette(theme: theme, level: .many)))
  }
}
