; The diskette controller and its drives: bytes, DMA, motor, seek, finding out about the medium.
; DS = BDA and BP = the INT 13h frame throughout; DL = drive.

; ---------------------------------------------------------------- INT 0Eh: IRQ 6
int0e:
        push    ax
        push    ds
        LOAD_DS BDA_SEG, ax
        or      byte [BDA_FD_RECAL], 80h
        mov     al, 20h
        out     PIC1, al
        mov     ax, 9101h
        int     15h
        pop     ds
        pop     ax
        iret

; ---------------------------------------------------------------- bytes
; Send AL. Out: CF when the controller does not take it. Keeps all registers.
fdc_out:
        push    ax
        push    cx
        push    dx
        mov     ah, al
        mov     dx, FDC_MSR
        mov     cx, 8000                ; 120 ms
.poll:
        in      al, dx
        and     al, 0C0h
        cmp     al, 80h
        je      .ready
        cmp     al, 0C0h                ; it wants to talk: no use waiting
        je      .fail
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .poll
.fail:
        stc
        jmp     short .done
.ready:
        inc     dx
        mov     al, ah
        out     dx, al
        clc
.done:
        pop     dx
        pop     cx
        pop     ax
        ret

; Receive into AL; CF when nothing comes.
fdc_in:
        push    cx
        push    dx
        mov     dx, FDC_MSR
        mov     cx, 8000
.poll:
        in      al, dx
        and     al, 0C0h
        cmp     al, 0C0h
        je      .ready
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .poll
        stc
        jmp     short .done
.ready:
        inc     dx
        in      al, dx
        clc
.done:
        pop     dx
        pop     cx
        ret

; Sleep until IRQ 6. Out: CF with AH = 80h after two seconds without it.
fdc_wait:
        push    bx
        push    cx
        sti
        mov     ax, 9001h
        int     15h
        jc      .late
        mov     cx, 40                  ; timer ticks seen
.restart:
        mov     bl, [BDA_TICKS]
.sleep:
        cli
        test    byte [BDA_FD_RECAL], 80h
        jnz     .came
        sti
        hlt
        cmp     bl, [BDA_TICKS]
        je      .sleep
        loop    .restart
.late:
        sti
        mov     ah, FD_TIMEOUT
        stc
        jmp     short .done
.came:
        and     byte [BDA_FD_RECAL], 7Fh
        sti
        clc
.done:
        pop     cx
        pop     bx
        ret

; Read result bytes into BDA_FD_RESULT. Out: CF with AH = 20h when the controller is out of step.
fdc_results:
        push    bx
        push    cx
        push    dx
        xor     bx, bx
.next:
        call    fdc_in
        jc      .fail
        mov     [BDA_FD_RESULT + bx], al
        inc     bx
        mov     cx, 2
        call    wait_refresh
        mov     dx, FDC_MSR
        in      al, dx
        test    al, 10h                 ; still busy with this command
        jz      .done
        cmp     bx, 7
        jb      .next
.fail:
        mov     ah, FD_CONTROLLER
        stc
.done:
        pop     dx
        pop     cx
        pop     bx
        ret

; Wait for the end of a command and fetch its results. Out: CF with AH = error.
fdc_wait_results:
        call    fdc_wait
        jc      .done
        call    fdc_results
.done:  ret

; AH = error in the results, CF when there is one.
fdc_error:
        mov     al, [BDA_FD_RESULT]
        test    al, 0C0h
        jz      .good
        mov     ah, FD_TIMEOUT
        test    al, 08h                 ; not ready
        jnz     .bad
        and     al, 0C0h
        cmp     al, 40h
        mov     ah, FD_CONTROLLER
        jne     .bad
        mov     al, [BDA_FD_RESULT + 1]
        mov     ah, FD_NOT_FOUND
        test    al, 80h                 ; past the last sector
        jnz     .bad
        mov     ah, FD_CRC
        test    al, 20h
        jnz     .bad
        mov     ah, FD_DMA_OVERRUN
        test    al, 10h
        jnz     .bad
        mov     ah, FD_NOT_FOUND
        test    al, 04h
        jnz     .bad
        mov     ah, FD_PROTECTED
        test    al, 02h
        jnz     .bad
        mov     ah, FD_NO_MARK
        test    al, 01h
        jnz     .bad
        mov     ah, FD_CONTROLLER
.bad:   stc
        ret
.good:
        mov     ah, 0
        clc
        ret

; ---------------------------------------------------------------- reset
; Out: CF when the controller does not answer. Keeps all registers.
fdc_reset:
        push    ax
        push    bx
        push    cx
        push    dx
        in      al, PIC1 + 1            ; IRQ 6 must come through
        and     al, ~40h & 0FFh
        out     PIC1 + 1, al
        call    floppy_dor_value
        mov     dx, FDC_DOR
        cli
        and     byte [BDA_FD_RECAL], 70h        ; nothing calibrated, no interrupt seen
        and     al, ~04h & 0FFh
        out     dx, al
        mov     cx, 2
        call    wait_refresh
        or      al, 04h
        out     dx, al
        sti
        mov     byte [BDA_FD_RATE], 0FFh
        call    fdc_wait
        jc      .done
        mov     cx, 4                   ; one status for each drive
.sense:
        mov     al, 08h
        call    fdc_out
        jc      .done
        call    fdc_in
        jc      .done
        mov     [BDA_FD_RESULT], al
        cmp     al, 80h
        je      .sensed                 ; no more to tell
        call    fdc_in
        jc      .done
        loop    .sense
.sensed:
        call    fdc_specify
.done:
        pop     dx
        pop     cx
        pop     bx
        pop     ax
        ret

; Step rate and head times. Out: CF.
fdc_specify:
        mov     al, 03h
        call    fdc_out
        mov     al, 0
        call    floppy_parameter
        call    fdc_out
        mov     al, 1
        call    floppy_parameter
        jmp     fdc_out

; AL = byte AL of the diskette parameters in force: the program's own through INT 1Eh, or, when that is
; still our default, those of the medium.
floppy_parameter:
        push    bx
        push    si
        push    ds
        mov     bl, al
        xor     bh, bh
        xor     si, si
        mov     ds, si
        lds     si, [1Eh * 4]
        cmp     si, diskette_parameters
        jne     .take
        mov     ax, ds
        cmp     ax, BIOS_SEG
        jne     .take
        push    bx
        LOAD_DS BDA_SEG, ax
        mov     bl, dl
        and     bx, 0001h
        mov     al, [BDA_FD_MEDIA + bx]
        pop     bx
        test    al, MEDIA_KNOWN
        jz      .rom
        mov     si, floppy_media_2880
        and     al, 0C0h
        cmp     al, 0C0h
        je      .rom
        mov     si, floppy_media_360
        cmp     al, 80h
        je      .rom
        mov     si, floppy_media_360_in_1200
        cmp     al, 40h
        je      .rom
        push    dx                      ; 500 kbit/s: 1.2 MB or 1.44 MB
        push    si
        and     dl, 01h
        call    floppy_drive_type
        pop     si
        pop     dx
        mov     si, floppy_media_1200
        cmp     al, 2
        je      .rom
        mov     si, floppy_media_1440
.rom:
        mov     ax, cs
        mov     ds, ax
.take:
        mov     al, [si + bx]
        pop     ds
        pop     si
        pop     bx
        ret

; ---------------------------------------------------------------- motor
; AL = what the digital output register should hold.
floppy_dor_value:
        push    bx
        push    cx
        mov     al, [BDA_FD_MOTOR]
        mov     bl, al
        mov     cl, 4
        shl     al, cl
        shr     bl, cl
        and     bl, 03h
        or      al, bl
        or      al, 0Ch
        pop     cx
        pop     bx
        ret

; Select drive DL with its motor on.
floppy_motor:
        push    ax
        push    bx
        push    cx
        push    dx
        mov     cl, dl
        mov     ah, 01h
        shl     ah, cl
        mov     bh, dl
        mov     cl, 4
        shl     bh, cl
        cli
        mov     byte [BDA_FD_TIMEOUT], 0FFh     ; INT 08h must not stop it meanwhile
        mov     bl, [BDA_FD_MOTOR]
        test    bl, ah
        jnz     .running
        push    es
        mov     es, [BDA_EBDA]
        or      [es:EBDA_FD_SPINUP], ah
        pop     es
.running:
        and     bl, 0CFh
        or      bl, ah
        or      bl, bh
        mov     [BDA_FD_MOTOR], bl
        call    floppy_dor_value
        mov     dx, FDC_DOR
        out     dx, al
        sti
        in      al, PIC1 + 1
        and     al, ~40h & 0FFh
        out     PIC1 + 1, al
        pop     dx
        pop     cx
        pop     bx
        pop     ax
        ret

; Let the motor run on for the time the parameters say. Keeps everything, flags too.
floppy_finish:
        pushf
        push    ax
        mov     al, 2
        call    floppy_parameter
        mov     [BDA_FD_TIMEOUT], al
        pop     ax
        popf
        ret

; ---------------------------------------------------------------- change line
; Out: CF with AH = 06h when the disk was changed, 80h when there is none.
floppy_check_change:
        push    dx
        mov     dx, FDC_DIR
        in      al, dx
        pop     dx
        test    al, 80h
        jz      .same
        push    bx
        push    cx
        mov     bl, dl
        xor     bh, bh
        mov     byte [BDA_FD_MEDIA + bx], 0
        call    fdc_reset
        mov     ah, FD_TIMEOUT
        jc      .done
        call    floppy_recalibrate      ; a step clears the line when there is a disk
        mov     ch, 1
        call    floppy_step_to
        mov     ch, 0
        call    floppy_step_to
        push    dx
        mov     dx, FDC_DIR
        in      al, dx
        pop     dx
        mov     ah, FD_TIMEOUT
        test    al, 80h
        jnz     .fail
        mov     ah, FD_CHANGED
.fail:  stc
.done:
        pop     cx
        pop     bx
        ret
.same:
        clc
        ret

; ---------------------------------------------------------------- seek
; Out: CF with AH = error.
floppy_recalibrate:
        push    bx
        push    cx
        mov     bl, dl
        xor     bh, bh
        mov     byte [BDA_FD_TRACK + bx], 0
        mov     cl, dl
        mov     ch, 1
        shl     ch, cl
        or      [BDA_FD_RECAL], ch
        mov     cl, 2                   ; 77 steps may not be enough the first time
.again:
        and     byte [BDA_FD_RECAL], 7Fh
        mov     al, 07h
        call    fdc_out
        mov     al, dl
        call    fdc_out
        jc      .fail
        call    floppy_seek_end
        jnc     .done
        dec     cl
        jnz     .again
.fail:
        not     ch
        and     [BDA_FD_RECAL], ch
        mov     ah, FD_SEEK
        stc
.done:
        pop     cx
        pop     bx
        ret

; Wait for a seek and check it. Out: CF with AH = error.
floppy_seek_end:
        call    fdc_wait
        jc      .done
        mov     al, 08h
        call    fdc_out
        jc      .fail
        call    fdc_results
        jc      .done
        mov     al, [BDA_FD_RESULT]
        and     al, 0F8h                ; end of seek, no equipment check
        cmp     al, 20h
        je      .good
        and     al, 0E0h
        cmp     al, 20h
        je      .good
.fail:
        mov     ah, FD_SEEK
        stc
.done:  ret
.good:
        clc
        ret

; Step to physical cylinder CH. Out: CF with AH = error.
floppy_step_to:
        push    bx
        mov     bl, dl
        xor     bh, bh
        mov     al, 0Fh
        and     byte [BDA_FD_RECAL], 7Fh
        call    fdc_out
        mov     al, [bp + F_DH]
        and     al, 01h
        shl     al, 1
        shl     al, 1
        or      al, dl
        call    fdc_out
        mov     al, ch
        call    fdc_out
        mov     ah, FD_TIMEOUT
        jc      .done
        mov     [BDA_FD_TRACK + bx], ch
        call    floppy_seek_end
.done:
        pop     bx
        ret

; Go to the cylinder CH of the medium. AL = nonzero when we shall write. Out: CF with AH = error.
floppy_seek:
        push    bx
        push    ax
        call    floppy_calibrate
        pop     bx                      ; BL = writing
        jc      .done
        push    bx
        mov     bl, dl
        xor     bh, bh
        test    byte [BDA_FD_MEDIA + bx], MEDIA_DOUBLE
        jz      .single
        shl     ch, 1
.single:
        cmp     ch, [BDA_FD_TRACK + bx]
        pop     bx
        je      .there
        push    bx
        call    floppy_step_to
        pop     bx
        jc      .done
        test    bl, bl
        jz      .there
        mov     al, 9                   ; head settle time
        call    floppy_parameter
        test    al, al
        jnz     .settle
        mov     al, 15
.settle:
        mov     ah, 66                  ; refresh changes in a millisecond
        mul     ah
        mov     cx, ax
        call    wait_refresh
.there:
        clc
.done:
        pop     bx
        ret

; Recalibrate when the position is not known. Out: CF with AH = error.
floppy_calibrate:
        push    cx
        mov     cl, dl
        mov     al, 1
        shl     al, cl
        test    [BDA_FD_RECAL], al
        jnz     .done                   ; TEST cleared CF
        call    floppy_recalibrate
.done:
        pop     cx
        ret

; ---------------------------------------------------------------- media
; Give the controller the data rate of media state AL.
floppy_rate:
        push    dx
        and     al, 0C0h
        cmp     al, [BDA_FD_RATE]
        je      .done
        mov     [BDA_FD_RATE], al
        rol     al, 1
        rol     al, 1
        mov     dx, FDC_DIR
        out     dx, al
.done:
        pop     dx
        ret

; Disk in, medium known, rate set, disk turning. In: SI = drive row. Out: CF with AH = error.
floppy_ready:
        push    si
        call    floppy_has_change_line
        jc      .no_line
        call    floppy_check_change
        jc      .done
.no_line:
        mov     bl, dl
        xor     bh, bh
        mov     al, [BDA_FD_MEDIA + bx]
        test    al, MEDIA_KNOWN
        jz      .detect
        call    floppy_rate
        call    fdc_specify
        call    floppy_spinning         ; a motor just started: wait until sectors go by
        jmp     short .done
.detect:
        call    floppy_detect
.done:
        pop     si
        ret

; The same before a format, when there may be nothing to read yet.
floppy_ready_to_format:
        push    si
        call    floppy_has_change_line
        jc      .no_line
        call    floppy_check_change
        jc      .done
.no_line:
        mov     bl, dl
        xor     bh, bh
        mov     al, [BDA_FD_MEDIA + bx]
        test    al, MEDIA_KNOWN
        jnz     .known
        mov     al, [cs:si + FDT_RATES] ; the drive's own medium
        or      al, MEDIA_KNOWN | 07h
        mov     [BDA_FD_MEDIA + bx], al
.known:
        call    floppy_rate
        call    fdc_specify
        call    floppy_spinning
        jnc     .done
        clc                             ; unformatted: the wait was long enough
.done:
        pop     si
        ret

; Did the motor of drive DL just start? Then read an ID before anything else, for a second at most.
floppy_spinning:
        push    cx
        push    es
        mov     es, [BDA_EBDA]
        mov     cl, dl
        mov     al, 1
        shl     al, cl
        test    [es:EBDA_FD_SPINUP], al
        jz      .done
        not     al
        and     [es:EBDA_FD_SPINUP], al
        mov     cl, [BDA_TICKS]
.again:
        call    floppy_read_id
        jnc     .done
        mov     al, [BDA_TICKS]
        sub     al, cl
        cmp     al, 18
        jb      .again
        clc                             ; the command itself will tell what is wrong
.done:
        pop     es
        pop     cx
        ret

; READ ID on head 0. Out: CF with AH = error; BDA_FD_RESULT + 3 = cylinder found.
floppy_read_id:
        and     byte [BDA_FD_RECAL], 7Fh
        mov     al, 4Ah
        call    fdc_out
        mov     al, dl
        call    fdc_out
        mov     ah, FD_TIMEOUT
        jc      .done
        call    fdc_wait_results
        jc      .reset
        jmp     fdc_error
.reset:
        push    ax                      ; it hangs without index pulses
        call    fdc_reset
        pop     ax
        stc
.done:  ret

; Try the drive's rates until an ID can be read. In: SI = drive row. Out: CF with AH = error.
floppy_detect:
        push    bx
        push    cx
        push    di
        mov     cl, [BDA_TICKS]
.round:
        mov     di, si
        add     di, FDT_RATES
        mov     ch, 3
.rate:
        mov     al, [cs:di]
        cmp     al, 0FFh
        je      .next_round
        inc     di
        push    ax
        call    floppy_rate
        call    fdc_specify
        call    floppy_calibrate
        pop     bx                      ; BL = rate
        jc      .fail
        call    floppy_read_id
        jnc     .found
        cmp     ah, FD_TIMEOUT
        je      .fail
        dec     ch
        jnz     .rate
.next_round:
        mov     al, [BDA_TICKS]         ; a motor needs up to a second
        sub     al, cl
        cmp     al, 18
        jb      .round
.fail:
        stc
        jmp     short .done
.found:
        mov     al, bl
        or      al, MEDIA_KNOWN | 07h
        cmp     byte [cs:si + FDT_CYL], 80
        jae     .tracks
        and     al, ~04h & 0FFh         ; 360 KB in its own drive: 3
        jmp     short .store
.tracks:
        cmp     byte [cs:si + FDT_SPT], 15
        jne     .check_step
        and     al, ~07h & 0FFh         ; 5.25 inch: 5 for 1.2 MB, 4 for 360 KB
        or      al, 05h
        test    bl, bl
        jz      .store
        and     al, ~01h & 0FFh
.check_step:
        test    bl, 0C0h
        jz      .store                  ; 500 and 1000 kbit/s: always 80 cylinders
        cmp     bl, 0C0h
        je      .store
        push    ax
        mov     ch, 2                   ; where does physical cylinder 2 think it is?
        call    floppy_step_to
        call    floppy_read_id
        pop     ax
        jc      .store
        cmp     byte [BDA_FD_RESULT + 3], 1
        jne     .store
        or      al, MEDIA_DOUBLE
.store:
        push    bx
        mov     bl, dl
        xor     bh, bh
        mov     [BDA_FD_MEDIA + bx], al
        pop     bx
        push    es
        mov     es, [BDA_EBDA]
        mov     byte [es:EBDA_FD_SPINUP], 0
        pop     es
        clc
.done:
        pop     di
        pop     cx
        pop     bx
        ret

; ---------------------------------------------------------------- DMA channel 2
; In: BL = mode, BH = command, frame = buffer and count. Out: CF with AH = 09h when it crosses 64 KiB.
; Keeps BX, DX.
floppy_dma:
        push    bx
        push    cx
        push    dx
        ; length - 1 in SI
        cmp     bh, FD_CMD_FORMAT
        je      .format
        mov     al, 3
        call    floppy_parameter
        mov     cl, al
        cmp     cl, 7
        ja      .boundary
        mov     al, [bp + F_AL]
        xor     ah, ah
        mov     si, ax
        add     cl, 7
        xor     ax, ax
.shift:
        shl     si, 1
        adc     ax, ax
        dec     cl
        jnz     .shift
        test    ax, ax
        jz      .length
        cmp     ax, 1
        ja      .boundary
        test    si, si
        jnz     .boundary
        jmp     short .length
.format:
        mov     al, 4
        call    floppy_parameter
        xor     ah, ah
        shl     ax, 1
        shl     ax, 1
        mov     si, ax
.length:
        dec     si
        ; address in AH:DI
        xor     ax, ax
        xor     di, di
        cmp     bl, FD_DMA_VERIFY
        je      .program                ; nothing goes to memory
        mov     ax, [bp + F_ES]
        mov     di, ax
        mov     cl, 4
        shl     di, cl
        mov     cl, 12
        shr     ax, cl
        add     di, [bp + F_BX]
        adc     al, 0
        mov     ah, al
        mov     cx, di
        add     cx, si
        jc      .boundary
.program:
        cli
        mov     al, 06h                 ; mask the channel while it changes
        out     0Ah, al
        out     0Ch, al                 ; byte pointer
        mov     al, bl
        out     0Bh, al
        mov     cx, di
        mov     al, cl
        out     04h, al
        IO_DELAY
        mov     al, ch
        out     04h, al
        mov     al, ah
        out     81h, al
        mov     cx, si
        mov     al, cl
        out     05h, al
        IO_DELAY
        mov     al, ch
        out     05h, al
        sti
        mov     al, 02h
        out     0Ah, al
        mov     ah, 0
        clc
        jmp     short .done
.boundary:
        mov     ah, FD_DMA_BOUNDARY
        stc
.done:
        pop     dx
        pop     cx
        pop     bx
        ret
