// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "linewise",
  products: [
    .executable(name: "linewise", targets: ["linewise"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CNettle"),
    .systemLibrary(name: "CSystem"),
    .target(name: "Synthesis", dependencies: ["CNettle"], swiftSettings: house),
    .target(name: "Reading", dependencies: ["Synthesis"], swiftSettings: house),
    .target(
      name: "Interchange",
      dependencies: ["Synthesis", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: house),
    .target(
      name: "ReviewFile",
      dependencies: [
        "Synthesis", "CSystem", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .target(name: "ScreenCells", swiftSettings: house),
    .target(name: "Workbench", dependencies: ["Synthesis", "ScreenCells"], swiftSettings: house),
    .target(
      name: "CursesTerminal", dependencies: ["ScreenCells", "CNcurses"], swiftSettings: house),
    .executableTarget(
      name: "linewise",
      dependencies: [
        "Workbench", "ReviewFile", "Reading", "Interchange", "CursesTerminal", "ScreenCells",
        "Synthesis", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "Benchmarks", dependencies: ["ReviewFile", "Synthesis", "Workbench", "ScreenCells"],
      path: "Tests/Benchmarks", exclude: ["measure"], swiftSettings: house),
    .executableTarget(
      name: "Faults", dependencies: ["ReviewFile", "Synthesis", "TestSupport"],
      path: "Tests/Faults", exclude: ["inject", "seeded"], swiftSettings: house),
    .target(
      name: "FuzzLaws",
      dependencies: [
        "Reading", "ReviewFile", "ScreenCells", "Synthesis", "TestSupport", "Workbench",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/FuzzLaws", swiftSettings: house),
    .executableTarget(
      name: "Fuzzing", dependencies: ["FuzzLaws"], path: "Tests/Fuzzing",
      exclude: ["run", "toml.py"],
      swiftSettings: house),
    .target(name: "TestSupport", dependencies: ["Synthesis"], path: "Tests/TestSupport"),
    .testTarget(name: "SynthesisTests", dependencies: ["Synthesis", "TestSupport"]),
    .testTarget(
      name: "ReadingTests", dependencies: ["FuzzLaws", "Reading", "Synthesis", "TestSupport"]),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "Synthesis", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "ReviewFileTests",
      dependencies: [
        "ReviewFile", "Synthesis", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "FuzzLawTests", dependencies: ["FuzzLaws"], exclude: ["Findings"]),
    .testTarget(name: "ScreenCellsTests", dependencies: ["ScreenCells", "TestSupport"]),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CNcurses", "CursesTerminal", "ScreenCells"]),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: ["Workbench", "ScreenCells", "Synthesis", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["linewise", "Faults", "ScreenCells", "Synthesis", "TestSupport"],
      exclude: ["Golden"]),
  ]
)
