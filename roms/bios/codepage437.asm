; Unicode of the characters that are not ASCII: code page 437 as the Unicode Consortium maps it, with
; the pictures that the character generator shows for 00h-1Fh.

codepage_low:
        dw      00020h, 0263Ah, 0263Bh, 02665h, 02666h, 02663h, 02660h, 02022h
        dw      025D8h, 025CBh, 025D9h, 02642h, 02640h, 0266Ah, 0266Bh, 0263Ch
        dw      025BAh, 025C4h, 02195h, 0203Ch, 000B6h, 000A7h, 025ACh, 021A8h
        dw      02191h, 02193h, 02192h, 02190h, 0221Fh, 02194h, 025B2h, 025BCh
codepage_high:
        dw      000C7h, 000FCh, 000E9h, 000E2h, 000E4h, 000E0h, 000E5h, 000E7h
        dw      000EAh, 000EBh, 000E8h, 000EFh, 000EEh, 000ECh, 000C4h, 000C5h
        dw      000C9h, 000E6h, 000C6h, 000F4h, 000F6h, 000F2h, 000FBh, 000F9h
        dw      000FFh, 000D6h, 000DCh, 000A2h, 000A3h, 000A5h, 020A7h, 00192h
        dw      000E1h, 000EDh, 000F3h, 000FAh, 000F1h, 000D1h, 000AAh, 000BAh
        dw      000BFh, 02310h, 000ACh, 000BDh, 000BCh, 000A1h, 000ABh, 000BBh
        dw      02591h, 02592h, 02593h, 02502h, 02524h, 02561h, 02562h, 02556h
        dw      02555h, 02563h, 02551h, 02557h, 0255Dh, 0255Ch, 0255Bh, 02510h
        dw      02514h, 02534h, 0252Ch, 0251Ch, 02500h, 0253Ch, 0255Eh, 0255Fh
        dw      0255Ah, 02554h, 02569h, 02566h, 02560h, 02550h, 0256Ch, 02567h
        dw      02568h, 02564h, 02565h, 02559h, 02558h, 02552h, 02553h, 0256Bh
        dw      0256Ah, 02518h, 0250Ch, 02588h, 02584h, 0258Ch, 02590h, 02580h
        dw      003B1h, 000DFh, 00393h, 003C0h, 003A3h, 003C3h, 000B5h, 003C4h
        dw      003A6h, 00398h, 003A9h, 003B4h, 0221Eh, 003C6h, 003B5h, 02229h
        dw      02261h, 000B1h, 02265h, 02264h, 02320h, 02321h, 000F7h, 02248h
        dw      000B0h, 02219h, 000B7h, 0221Ah, 0207Fh, 000B2h, 025A0h, 000A0h
