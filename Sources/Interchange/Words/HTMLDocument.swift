import Mustache

/// What every page of ours begins with: it allows itself nothing but its own style sheet.
///
/// - Parameters:
///   - title: The title, of what the template is given.
///   - style: What the page adds to the style that all have.
/// - Returns: The beginning of a template, up to the body.
func documentHead(title: String = "{{heading}}", style: String = "") -> String {
  """
  {{% CONTENT_TYPE: \(HTMLText.name) }}<!DOCTYPE html>
  <html lang="en">
  <head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>\(title)</title>
  <style>
  \(style.isEmpty ? documentStyle : documentStyle + "\n" + style)
  </style>
  </head>
  <body>
  """
}

extension HTMLText {
  /// A template of ours; it is part of the program, so one that does not parse is a mistake in the
  /// program.
  static func template(_ name: String, _ text: String) -> MustacheTemplate {
    register()
    do {
      return try MustacheTemplate(string: text)
    } catch {
      preconditionFailure("the template of \(name) does not parse: \(error)")
    }
  }
}
