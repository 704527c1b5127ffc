import Foundation
import FoundationXML
import Testing

/// The texts of a picture as boxes on its page, reckoned with the widths of Arial.
struct PictureGeometry {
  /// A text where it stands.
  struct TextBox {
    let text: String
    let size: Double
    let ink: String
    let minX: Double
    let maxX: Double
    let minY: Double
    let maxY: Double
  }

  let width: Double
  let height: Double
  let millimetres: String
  let texts: [TextBox]
  let elements: Set<String>
  let title: String
  let description: String

  /// Reads a picture, which has to be well-formed XML.
  init(_ svg: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "not well-formed")")
    let frame = reader.frame.split(separator: " ").compactMap { Double($0) }
    try #require(frame.count == 4)
    (width, height) = (frame[2], frame[3])
    millimetres = reader.width
    texts = reader.texts
    elements = reader.elements
    (title, description) = (reader.title, reader.summary)
  }

  /// Pairs of texts whose boxes share more than a hair.
  var overlaps: [String] {
    let sorted = texts.sorted { $0.minY < $1.minY }
    return sorted.indices.flatMap { left -> [String] in
      sorted[(left + 1)...].prefix { $0.minY < sorted[left].maxY }.filter { other in
        let one = sorted[left]
        return min(one.maxX, other.maxX) - max(one.minX, other.minX) > 0.3
          && min(one.maxY, other.maxY) - max(one.minY, other.minY) > 0.3
      }.map { "‘\(sorted[left].text)’ and ‘\($0.text)’" }
    }
  }

  /// Texts that leave the page.
  var outside: [String] {
    texts.filter { $0.minX < 0 || $0.maxX > width || $0.minY < 0 || $0.maxY > height }
      .map(\.text)
  }
}

private final class Reader: NSObject, XMLParserDelegate {
  var frame = ""
  var width = ""
  var texts: [PictureGeometry.TextBox] = []
  var elements: Set<String> = []
  var title = ""
  var summary = ""
  private var attributes: [String: String] = [:]
  private var characters = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    if name == "svg" { (frame, width) = (attributes["viewBox"] ?? "", attributes["width"] ?? "") }
    self.attributes = attributes
    characters = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "text": texts.append(box())
    case "title": title = characters
    case "desc": summary = characters
    default: break
    }
  }

  private func box() -> PictureGeometry.TextBox {
    let size = number("font-size")
    let isBold = attributes["font-weight"] == "bold"
    let long = arialWidth(characters) * size * (isBold ? 1.08 : 1)
    let shift: Double =
      switch attributes["text-anchor"] {
      case "middle": long / 2
      case "end": long
      default: 0
      }
    let (up, down) = (size * 0.74, size * 0.22)
    if let turn = attributes["transform"] {
      let parts = turn.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
      let (x, y) = (parts[0], parts[1])
      return .init(
        text: characters, size: size, ink: attributes["fill"] ?? "", minX: x - up, maxX: x + down,
        minY: y - long + shift, maxY: y + shift)
    }
    let (x, y) = (number("x"), number("y"))
    return .init(
      text: characters, size: size, ink: attributes["fill"] ?? "", minX: x - shift,
      maxX: x - shift + long, minY: y - up, maxY: y + down)
  }

  private func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? .nan }
}

/// The width of a text in Arial, in its size; what is not ASCII is taken as a digit or a full square.
private func arialWidth(_ text: String) -> Double {
  text.unicodeScalars.reduce(0.0) { sum, scalar in
    switch scalar.value {
    case 32..<127: sum + arial[Int(scalar.value) - 32] / 1000
    case 0x2066...0x2069, 0x200E...0x200F, 0x202A...0x202E, 0x300..<0x370: sum
    case ..<0x2100: sum + 0.6
    default: sum + 1
    }
  }
}

private let arial: [Double] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556,
  556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611,
  778,
  722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
  278,
  278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556,
  556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
