; INT 13h for diskette drives. DS = BDA, BP = frame; AX, CX, DX still hold the caller's values.

; Error codes
FD_BAD_COMMAND  equ     01h
FD_NO_MARK      equ     02h
FD_PROTECTED    equ     03h
FD_NOT_FOUND    equ     04h
FD_CHANGED      equ     06h
FD_DMA_OVERRUN  equ     08h
FD_DMA_BOUNDARY equ     09h
FD_MEDIA        equ     0Ch
FD_CRC          equ     10h
FD_CONTROLLER   equ     20h
FD_SEEK         equ     40h
FD_TIMEOUT      equ     80h

; Media state (BDA_FD_MEDIA)
MEDIA_DOUBLE    equ     20h             ; two steps a cylinder
MEDIA_KNOWN     equ     10h

; Drive types as CMOS 10h names them; FDT_* are offsets in a row.
FDT_CYL         equ     0
FDT_HEADS       equ     1
FDT_SPT         equ     2
FDT_RATES       equ     3               ; up to three rate codes (bits 7-6), FFh ends
FDT_TABLE       equ     6               ; word: parameters of its largest medium
FDT_SIZE        equ     8
floppy_types:
        db      40, 2, 9,  80h, 0FFh, 0FFh      ; 1: 360 KB
        dw      floppy_media_360
        db      80, 2, 15, 00h, 40h, 80h        ; 2: 1.2 MB
        dw      floppy_media_1200
        db      80, 2, 9,  80h, 0FFh, 0FFh      ; 3: 720 KB
        dw      floppy_media_720
        db      80, 2, 18, 00h, 80h, 0FFh       ; 4: 1.44 MB
        dw      floppy_media_1440
        db      80, 2, 36, 0C0h, 00h, 80h       ; 5: 2.88 MB
        dw      floppy_media_2880
        db      40, 1, 8,  80h, 0FFh, 0FFh      ; 6: 160 KB
        dw      floppy_media_160
        db      40, 1, 9,  80h, 0FFh, 0FFh      ; 7: 180 KB
        dw      floppy_media_360
        db      40, 2, 8,  80h, 0FFh, 0FFh      ; 8: 320 KB
        dw      floppy_media_160
FLOPPY_TYPES    equ     8

; Diskette parameter tables of the media, in the layout of INT 1Eh.
floppy_media_160:
        db      0DFh, 02h, 37, 2, 8,  2Ah, 0FFh, 50h, 0F6h, 15, 8
floppy_media_360:
        db      0DFh, 02h, 37, 2, 9,  2Ah, 0FFh, 50h, 0F6h, 15, 8
floppy_media_1200:
        db      0DFh, 02h, 37, 2, 15, 1Bh, 0FFh, 54h, 0F6h, 15, 8
floppy_media_360_in_1200:
        db      0DFh, 02h, 37, 2, 9,  23h, 0FFh, 50h, 0F6h, 15, 8
floppy_media_720:
        db      0DFh, 02h, 37, 2, 9,  2Ah, 0FFh, 50h, 0F6h, 15, 8
floppy_media_1440:
        db      0AFh, 02h, 37, 2, 18, 1Bh, 0FFh, 6Ch, 0F6h, 15, 8
floppy_media_2880:
        db      0AFh, 02h, 37, 2, 36, 38h, 0FFh, 53h, 0F6h, 15, 8

; What INT 13h/18h accepts: drive type, last cylinder, sectors, media state, table.
floppy_formats:
        db      1, 39, 9,  93h
        dw      floppy_media_360
        db      1, 39, 8,  93h
        dw      floppy_media_160
        db      2, 79, 15, 15h
        dw      floppy_media_1200
        db      2, 39, 9,  74h
        dw      floppy_media_360_in_1200
        db      3, 79, 9,  97h
        dw      floppy_media_720
        db      4, 79, 18, 17h
        dw      floppy_media_1440
        db      4, 79, 9,  97h
        dw      floppy_media_720
        db      5, 79, 36, 0D7h
        dw      floppy_media_2880
        db      5, 79, 18, 17h
        dw      floppy_media_1440
        db      5, 79, 9,  97h
        dw      floppy_media_720
        db      6, 39, 8,  93h
        dw      floppy_media_160
        db      7, 39, 9,  93h
        dw      floppy_media_360
        db      8, 39, 8,  93h
        dw      floppy_media_160
        db      0

; ---------------------------------------------------------------- POST
; DS = BDA. Count the drives CMOS knows, reset the controller.
floppy_post:
        mov     al, 10h
        call    cmos_read
        mov     es, [BDA_EBDA]
        mov     ah, al
        and     al, 0Fh
        and     ah, 0F0h
        xor     bx, bx
        cmp     ah, 1
        cmc
        adc     bl, 0
        cmp     al, 1
        cmc
        adc     bl, 0
        mov     [es:EBDA_FD_COUNT], bl
        test    bl, bl
        jz      .done
        call    fdc_reset
        jc      .absent
        mov     byte [BDA_FD_INFO], 77h
        jmp     floppy_equipment
.done:  ret
.absent:
        mov     byte [es:EBDA_FD_COUNT], 0
        ret

; BL = drives: bit 0 of the equipment word when there are any, their number less one in bits 7-6. DS = BDA.
floppy_equipment:
        and     byte [BDA_EQUIPMENT], ~0C1h & 0FFh
        dec     bl
        js      .done
        ror     bl, 1
        ror     bl, 1
        or      bl, 01h
        or      [BDA_EQUIPMENT], bl
.done:  ret

; ---------------------------------------------------------------- dispatch
floppy_service:
        call    floppy_unit
        cmp     ah, 01h
        je      floppy_status
        cmp     ah, 08h
        je      floppy_parameters
        cmp     ah, 15h
        jne     .not_type
        jmp     floppy_kind
.not_type:
        cmp     dl, 2
        jae     .bad
        xor     bx, bx
        mov     bl, ah
        cmp     bl, (.end - .table) / 2
        jae     .bad
        shl     bx, 1
        mov     bx, [cs:.table + bx]
        test    bx, bx
        jz      .bad
        push    bx
        call    floppy_drive_type       ; every other service needs a drive
        pop     bx
        mov     ah, FD_TIMEOUT
        jc      floppy_return
        mov     ax, [bp + F_AX]
        jmp     bx
.bad:
        mov     ah, FD_BAD_COMMAND
        jmp     floppy_return
.table:
        dw      floppy_reset, 0, floppy_read, floppy_write
        dw      floppy_verify, floppy_format, 0, 0
        dw      0, 0, 0, 0
        dw      0, 0, 0, 0
        dw      0, 0, 0, 0
        dw      0, 0, floppy_change, floppy_set_type
        dw      floppy_set_media
.end:

; Leave with status AH.
floppy_return:
        LOAD_DS BDA_SEG, bx
        mov     [BDA_FD_STATUS], ah
floppy_leave:
        mov     [bp + F_AH], ah
        and     byte [bp + F_FLAGS], 0FEh
        test    ah, ah
        jz      .out
        or      byte [bp + F_FLAGS], 01h
.out:   LEAVE_INT

; 01h: status of the last operation
floppy_status:
        mov     ah, [BDA_FD_STATUS]
        jmp     floppy_leave

; ---------------------------------------------------------------- drives
; DL = the drive that the frame's DL means: one less while a CD image is drive 00h. Keeps the rest.
floppy_unit:
        mov     dl, [bp + F_DL]
        push    es
        mov     es, [BDA_EBDA]
        cmp     byte [es:EBDA_EMU_ACTIVE], 0
        je      .done
        cmp     byte [es:EBDA_EMU_DRIVE], 0
        jne     .done
        dec     dl
.done:  pop     es
        ret

; In: DL = drive. Out: AL = type, SI = row of floppy_types; CF when there is none. Keeps the rest.
floppy_drive_type:
        mov     al, 10h
        call    cmos_read
        cmp     dl, 1
        ja      .none
        je      .low
        shr     al, 1
        shr     al, 1
        shr     al, 1
        shr     al, 1
.low:
        and     al, 0Fh
        jz      .none
        cmp     al, FLOPPY_TYPES
        ja      .none
        mov     ah, 0
        mov     si, ax
        shl     si, 1
        shl     si, 1
        shl     si, 1
        add     si, floppy_types - FDT_SIZE
        clc
        ret
.none:  stc
        ret

; 08h: parameters of the drive
floppy_parameters:
        mov     es, [BDA_EBDA]
        mov     bl, [es:EBDA_FD_COUNT]
        mov     [bp + F_DL], bl
        cmp     byte [es:EBDA_EMU_ACTIVE], 0
        je      .count
        cmp     byte [es:EBDA_EMU_DRIVE], 0
        jne     .count
        inc     byte [bp + F_DL]        ; the CD image is one more
.count:
        call    floppy_drive_type
        jc      .none
        xor     ah, ah
        mov     [bp + F_BX], ax
        mov     ax, [cs:si + FDT_CYL]
        dec     al
        dec     ah
        mov     [bp + F_CH], al
        mov     [bp + F_DH], ah
        mov     al, [cs:si + FDT_SPT]
        mov     [bp + F_CL], al
        mov     ax, [cs:si + FDT_TABLE]
        mov     [bp + F_DI], ax
        mov     [bp + F_ES], cs
        mov     byte [bp + F_AL], 0
        mov     ah, 0
        jmp     floppy_return
.none:
        xor     ax, ax
        mov     [bp + F_AX], ax
        mov     [bp + F_BX], ax
        mov     [bp + F_CX], ax
        mov     [bp + F_DH], al
        mov     [bp + F_DI], ax
        mov     [bp + F_ES], ax
        mov     ah, 07h
        jmp     floppy_return

; 15h: AH = 0 no drive, 1 without, 2 with change line
floppy_kind:
        call    floppy_drive_type
        mov     ah, 0
        jc      .done
        call    floppy_has_change_line
        mov     ah, 1
        jc      .done
        inc     ah
.done:
        mov     [bp + F_AH], ah
        mov     byte [BDA_FD_STATUS], 0
        and     byte [bp + F_FLAGS], 0FEh
        LEAVE_INT

; In: SI = row. Out: CF when the drive has no change line (40 cylinders).
floppy_has_change_line:
        cmp     byte [cs:si + FDT_CYL], 80
        ret

; 00h: reset
floppy_reset:
        call    fdc_reset
        mov     ah, 0
        jnc     .done
        mov     ah, FD_CONTROLLER
.done:  jmp     floppy_return

; 16h: was the disk changed?
floppy_change:
        call    floppy_has_change_line
        mov     ah, FD_CHANGED          ; without a line one cannot know
        jc      .done
        call    floppy_motor
        call    floppy_check_change
        jc      .done
        mov     ah, 0
.done:
        call    floppy_finish
        jmp     floppy_return

; 17h: AL = kind of medium that will be formatted
floppy_set_type:
        mov     al, [bp + F_AL]
        dec     al
        cmp     al, 3
        mov     ah, FD_BAD_COMMAND
        ja      .done
        call    floppy_settle_change
        jc      .done
        mov     bl, [bp + F_AL]
        xor     bh, bh
        mov     al, [cs:.states + bx - 1]
        mov     bl, dl
        mov     [BDA_FD_MEDIA + bx], al
        mov     ah, 0
.done:  jmp     floppy_return
.states:
        db      93h, 74h, 15h, 97h

; 18h: CH, CL = last cylinder and sectors of the medium to be formatted; ES:DI = its table
floppy_set_media:
        mov     bl, al
        call    floppy_drive_type
        mov     bl, al
        mov     cx, [bp + F_CX]
        mov     di, floppy_formats
.next:
        cmp     byte [cs:di], 0
        mov     ah, FD_MEDIA
        je      .done
        cmp     bl, [cs:di]
        jne     .skip
        cmp     ch, [cs:di + 1]
        jne     .skip
        mov     al, cl
        and     al, 3Fh
        cmp     al, [cs:di + 2]
        je      .found
.skip:
        add     di, 6
        jmp     .next
.found:
        push    di
        call    floppy_settle_change
        pop     di
        jc      .done
        mov     al, [cs:di + 3]
        mov     bl, dl
        xor     bh, bh
        mov     [BDA_FD_MEDIA + bx], al
        mov     ax, [cs:di + 4]
        mov     [bp + F_DI], ax
        mov     [bp + F_ES], cs
        mov     ah, 0
.done:  jmp     floppy_return

; Take note of a changed disk without calling it an error. Out: CF with AH = 80h when there is no disk.
floppy_settle_change:
        push    dx
        call    floppy_unit
        call    floppy_drive_type
        call    floppy_has_change_line
        jc      .fine
        call    floppy_motor
        call    floppy_check_change
        call    floppy_finish
        jnc     .fine
        cmp     ah, FD_CHANGED
        je      .fine
        pop     dx
        stc
        ret
.fine:
        pop     dx
        clc
        ret

; ---------------------------------------------------------------- read, write, verify, format
FD_CMD_READ     equ     0E6h            ; multi-track, MFM, skip deleted
FD_CMD_WRITE    equ     0C5h            ; multi-track, MFM
FD_CMD_FORMAT   equ     04Dh            ; MFM
FD_DMA_READ     equ     46h             ; channel 2, single: to memory
FD_DMA_WRITE    equ     4Ah             ; from memory
FD_DMA_VERIFY   equ     42h             ; no transfer

floppy_read:
        mov     bx, FD_CMD_READ << 8 | FD_DMA_READ
        jmp     short floppy_transfer
floppy_write:
        mov     bx, FD_CMD_WRITE << 8 | FD_DMA_WRITE
        jmp     short floppy_transfer
floppy_verify:
        mov     bx, FD_CMD_READ << 8 | FD_DMA_VERIFY
floppy_transfer:
        mov     ah, FD_BAD_COMMAND
        test    al, al
        jz      .fail
        mov     di, 2                   ; one more attempt with the medium determined anew
.attempt:
        push    bx
        push    di
        call    floppy_once
        pop     di
        pop     bx
        jnc     .good
        test    ah, FD_CRC | FD_CONTROLLER | FD_SEEK
        jnz     .again
        cmp     ah, FD_NO_MARK
        je      .again
        cmp     ah, FD_NOT_FOUND
        jne     .fail
.again:
        dec     di
        jz      .fail
        push    ax
        push    bx
        mov     bl, dl
        xor     bh, bh
        mov     byte [BDA_FD_MEDIA + bx], 0
        call    fdc_reset
        pop     bx
        pop     ax
        jmp     .attempt
.fail:
        push    ax
        call    floppy_sectors_done
        mov     [bp + F_AL], al
        pop     ax
.good:
        call    floppy_finish
        jmp     floppy_return

; One attempt. In: BH = command, BL = DMA mode. Out: CF with AH = error, else AH = 0.
floppy_once:
        mov     byte [BDA_FD_RESULT], 0FFh
        call    floppy_unit
        call    floppy_dma              ; tells a bad boundary before the drive moves
        jc      .done
        push    bx
        call    floppy_drive_type
        call    floppy_motor
        call    floppy_ready
        pop     bx
        jc      .done
        push    bx
        cmp     bh, FD_CMD_WRITE
        mov     al, 0
        jne     .reading
        inc     ax                      ; writes wait for motor and head
.reading:
        mov     cx, [bp + F_CX]
        call    floppy_seek
        pop     bx
        jc      .done
        call    floppy_dma
        mov     al, bh
        call    fdc_out
        mov     al, [bp + F_DH]
        and     al, 01h
        shl     al, 1
        shl     al, 1
        or      al, dl
        call    fdc_out
        mov     al, [bp + F_CH]
        call    fdc_out
        mov     al, [bp + F_DH]
        call    fdc_out
        mov     al, [bp + F_CL]
        call    fdc_out
        mov     al, 3                   ; bytes per sector
        call    floppy_parameter
        call    fdc_out
        mov     al, 4                   ; last sector of a track
        call    floppy_parameter
        call    fdc_out
        mov     al, 5                   ; gap
        call    floppy_parameter
        call    fdc_out
        mov     al, 6                   ; data length
        call    floppy_parameter
        call    fdc_out
        jc      .timeout
        call    fdc_wait_results
        jc      .done
        call    fdc_error
.done:  ret
.timeout:
        mov     ah, FD_TIMEOUT
        ret

; How many sectors went through before the error. Out: AL.
floppy_sectors_done:
        xor     ax, ax
        cmp     byte [BDA_FD_RESULT], 0FFh
        je      .done
        mov     al, 4
        call    floppy_parameter
        mov     ah, al
        mov     al, [BDA_FD_RESULT + 5] ; sector where it ended
        sub     al, [bp + F_CL]
        push    bx
        mov     bl, [BDA_FD_RESULT + 4]
        cmp     bl, [bp + F_DH]
        je      .same
        add     al, ah
.same:
        mov     bl, [BDA_FD_RESULT + 3]
        cmp     bl, [bp + F_CH]
        pop     bx
        je      .done
        add     al, ah
.done:  ret

; 05h: format a track. ES:BX = four bytes for each sector.
floppy_format:
        mov     byte [BDA_FD_RESULT], 0FFh
        mov     bx, FD_CMD_FORMAT << 8 | FD_DMA_WRITE
        call    floppy_dma
        jc      .done
        push    bx
        call    floppy_drive_type
        call    floppy_motor
        call    floppy_ready_to_format
        pop     bx
        jc      .done
        push    bx
        mov     cx, [bp + F_CX]
        mov     al, 1
        call    floppy_seek
        pop     bx
        jc      .done
        call    floppy_dma
        mov     al, FD_CMD_FORMAT
        call    fdc_out
        mov     al, [bp + F_DH]
        and     al, 01h
        shl     al, 1
        shl     al, 1
        or      al, dl
        call    fdc_out
        mov     al, 3
        call    floppy_parameter
        call    fdc_out
        mov     al, 4
        call    floppy_parameter
        call    fdc_out
        mov     al, 7
        call    floppy_parameter
        call    fdc_out
        mov     al, 8
        call    floppy_parameter
        call    fdc_out
        mov     ah, FD_TIMEOUT
        jc      .done
        call    fdc_wait_results
        jc      .done
        call    fdc_error
.done:
        call    floppy_finish
        jmp     floppy_return
